package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables `runs` and `events`.
final class EventTable {
    private final Connection connection;

    @FunctionalInterface
    interface Reader {
        void entry(Entry entry) throws JournalException;
    }

    EventTable(Connection connection) {
        this.connection = connection;
    }

    Head head(RunId run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sequence, hash FROM runs WHERE run = ?")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Head(rows.getLong(1), StoredText.of(rows, 2)) : Head.NONE;
            }
        }
    }

    /// Is the event with this place and hash there?
    boolean holds(RunId run, Head head) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM events WHERE run = ? AND sequence = ? AND hash = ?")) {
            select.setString(1, run.value());
            select.setLong(2, head.sequence());
            select.setString(3, head.hash());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    void insert(Batch batch) throws SQLException {
        setHead(batch.run(), batch.head());
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO events (run, sequence, at, json, hash)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            for (Entry entry : batch.entries()) {
                insert.setString(1, batch.run().value());
                insert.setLong(2, entry.sequence());
                insert.setString(3, entry.at());
                insert.setString(4, entry.json());
                insert.setString(5, entry.hash());
                insert.executeUpdate();
            }
        }
    }

    private void setHead(RunId run, Head head) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO runs (run, sequence, hash) VALUES (?, ?, ?) ON CONFLICT (run)"
                                + " DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash")) {
            insert.setString(1, run.value());
            insert.setLong(2, head.sequence());
            insert.setString(3, head.hash());
            insert.executeUpdate();
        }
    }

    void read(RunId run, Reader reader) throws SQLException, JournalException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT sequence, at, json, hash FROM events WHERE run = ?"
                                + " ORDER BY sequence")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.entry(
                            Entry.of(
                                    rows.getLong(1),
                                    StoredText.of(rows, 2),
                                    Optional.ofNullable(rows.getBytes(3)).orElse(new byte[0]),
                                    StoredText.of(rows, 4)));
                }
            }
        }
    }

    /// Newest first; also runs of which only events are left.
    List<RunId> runs() throws SQLException {
        List<RunId> runs = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT run FROM runs UNION SELECT run FROM events"
                                        + " ORDER BY run DESC");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                runs.add(StoredText.run(rows, 1));
            }
        }
        return runs;
    }

    /// Newest run first.
    Map<RunId, Long> heads() throws SQLException {
        Map<RunId, Long> heads = new LinkedHashMap<>();
        for (RunId run : runs()) {
            heads.put(run, 0L);
        }
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT run, sequence FROM runs");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                heads.put(StoredText.run(rows, 1), rows.getLong(2));
            }
        }
        return heads;
    }
}
