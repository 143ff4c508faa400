package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The journal's file in the hands of somebody with a database tool.
record ForgedFile(Path path) {
    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<Entry> entries(RunId run) throws SQLException, JournalException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = open()) {
            new EventTable(connection).read(run, entries::add);
        }
        return entries;
    }

    /// Takes the triggers away, does it, and puts them back word for word.
    void withoutTriggers(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.add("DROP TRIGGER " + rows.getString(1));
                    triggers.add(rows.getString(2));
                }
            }
            for (int i = 0; i < triggers.size(); i += 2) {
                statement.execute(triggers.get(i));
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
            for (int i = 1; i < triggers.size(); i += 2) {
                statement.execute(triggers.get(i));
            }
        }
    }

    void replace(RunId run, List<Entry> entries) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("DELETE FROM events WHERE run = '" + run + "'");
        for (Entry entry : entries) {
            statements.add(
                    "INSERT INTO events VALUES ('%s', %d, '%s', CAST(x'%s' AS TEXT), '%s')"
                            .formatted(
                                    run,
                                    entry.sequence(),
                                    entry.at(),
                                    HexFormat.of().formatHex(entry.bytes()),
                                    entry.hash()));
        }
        withoutTriggers(statements.toArray(String[]::new));
    }
}
