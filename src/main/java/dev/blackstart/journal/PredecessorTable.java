package dev.blackstart.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The table `predecessors`.
final class PredecessorTable {
    private final Connection connection;

    PredecessorTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Predecessor it) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO predecessors (folder, sums, heads, at, person, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (folder) DO NOTHING")) {
            insert.setString(1, it.folder());
            insert.setString(2, String.join("\n", it.sums()));
            insert.setString(3, String.join("\n", it.heads()));
            insert.setString(4, it.at().toString());
            insert.setString(5, it.person());
            insert.setString(6, it.reason());
            insert.executeUpdate();
        }
    }

    boolean names(String folder) throws SQLException {
        return all().stream().anyMatch(it -> it.folder().equals(folder));
    }

    /// Oldest first.
    List<Predecessor> all() throws SQLException {
        List<Predecessor> all = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT folder, sums, heads, at, person, reason"
                                        + " FROM predecessors ORDER BY at, folder");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(
                        new Predecessor(
                                StoredText.of(rows, 1),
                                StoredText.of(rows, 2).lines().toList(),
                                StoredText.of(rows, 3).lines().toList(),
                                StoredText.instant(rows, 4),
                                StoredText.of(rows, 5),
                                StoredText.of(rows, 6)));
            }
        }
        return all;
    }
}
