package dev.blackstart.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The settings without which SQLite does not keep what it acknowledged, set and then asked back.
final class Pragmas {
    /// How long a writer waits for another process; transactions take milliseconds.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /// First version without the WAL-reset corruption, https://sqlite.org/releaselog/3_51_3.html
    private static final String OLDEST = "3.51.3";

    private Pragmas() {}

    static void writer(Connection connection) throws SQLException, JournalException {
        shared(connection);
        set(connection, "journal_mode = WAL");
        set(connection, "synchronous = FULL");
        set(connection, "fullfsync = ON");
        check(
                connection,
                new TreeMap<>(
                        Map.of(
                                "journal_mode", "wal",
                                "synchronous", "2",
                                "trusted_schema", "0",
                                "foreign_keys", "1")));
    }

    static void reader(Connection connection) throws SQLException, JournalException {
        shared(connection);
        set(connection, "query_only = ON");
        check(connection, new TreeMap<>(Map.of("query_only", "1", "trusted_schema", "0")));
    }

    private static void shared(Connection connection) throws SQLException, JournalException {
        set(connection, "busy_timeout = " + PATIENCE.toMillis());
        set(connection, "trusted_schema = OFF");
        set(connection, "foreign_keys = ON");
        set(connection, "recursive_triggers = ON");
        set(connection, "cell_size_check = ON");
        String version = ask(connection, "SELECT sqlite_version()");
        if (Arrays.compare(parts(version), parts(OLDEST)) < 0) {
            throw notDurable("SQLite is " + version + ", " + OLDEST + " or newer is needed");
        }
    }

    private static void check(Connection connection, Map<String, String> wanted)
            throws SQLException, JournalException {
        for (Map.Entry<String, String> setting : wanted.entrySet()) {
            String found = ask(connection, "PRAGMA " + setting.getKey());
            if (!found.equals(setting.getValue())) {
                throw notDurable(
                        "%s is %s where %s is needed"
                                .formatted(setting.getKey(), found, setting.getValue()));
            }
        }
    }

    private static JournalException notDurable(String reason) {
        return new JournalException(
                JournalException.Kind.NOT_DURABLE,
                "the journal's settings are not durable: " + reason);
    }

    static int[] parts(String version) {
        return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static void set(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
