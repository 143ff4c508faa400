package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tables and triggers of the file. SQLite keeps the statements that made them word for word,
/// so a file that somebody gave another trigger, view or table shows it.
final class Schema {
    /// What each format added, the first one first.
    private static final List<String> FILES =
            List.of(
                    "/journal/schema.sql",
                    "/journal/schema-2.sql",
                    "/journal/schema-3.sql",
                    "/journal/schema-4.sql");

    /// Goes into `PRAGMA user_version`.
    static final int VERSION = FILES.size();

    private final List<List<String>> added = FILES.stream().map(Schema::statements).toList();

    /// Creates what is missing in an empty or older file, refuses a file that holds anything else.
    void settle(Connection connection) throws SQLException, JournalException {
        if (version(connection) == VERSION) {
            check(connection);
            return;
        }
        Transactions.immediate(
                connection,
                () -> {
                    check(connection);
                    for (int version = version(connection); version < VERSION; version++) {
                        create(connection, added.get(version));
                    }
                    check(connection);
                    return VERSION;
                });
    }

    private static void create(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = " + (version(connection) + 1));
        }
    }

    /// Refuses a file whose schema is not that of its format.
    void check(Connection connection) throws SQLException, JournalException {
        int version = version(connection);
        if (version > VERSION) {
            throw new JournalException(
                    JournalException.Kind.NEWER,
                    "the journal file has format %d, this version knows %d: use the newer Blackstart"
                            .formatted(version, VERSION));
        }
        Set<String> foreign = found(connection);
        Set<String> missing = new TreeSet<>();
        added.subList(0, Math.max(0, version)).forEach(missing::addAll);
        Set<String> known = Set.copyOf(missing);
        missing.removeAll(foreign);
        foreign.removeAll(known);
        if (!foreign.isEmpty() || !missing.isEmpty()) {
            throw new JournalException(JournalException.Kind.DAMAGED, sentence(foreign, missing));
        }
    }

    private static String sentence(Set<String> foreign, Set<String> missing) {
        String what =
                foreign.isEmpty()
                        ? "lacks " + firstLine(missing)
                        : "holds what does not belong there: " + firstLine(foreign);
        return "the journal file has been tampered with: it " + what;
    }

    private static String firstLine(Set<String> sql) {
        return sql.iterator().next().lines().findFirst().orElse("");
    }

    static int version(Connection connection) throws SQLException {
        return Integer.parseInt(Pragmas.ask(connection, "PRAGMA user_version"));
    }

    private static Set<String> found(Connection connection) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static List<String> statements(String path) {
        try (InputStream file = Schema.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            String all =
                    new String(file.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> line.matches("-{8}") || !line.startsWith("--"))
                            .collect(Collectors.joining("\n"));
            return Arrays.stream(all.split("-{8}", -1))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
