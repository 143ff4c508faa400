package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The table `requests`: what other processes ask of the owner of a run.
final class RequestTable {
    private final Connection connection;

    RequestTable(Connection connection) {
        this.connection = connection;
    }

    void insert(RunId run, Request request) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO requests (run, kind, person, reason) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, run.value());
            insert.setString(2, request.kind());
            insert.setString(3, request.person());
            insert.setString(4, request.reason());
            insert.executeUpdate();
        }
    }

    /// Oldest first.
    List<Request> of(RunId run) throws SQLException {
        List<Request> requests = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT kind, person, reason FROM requests WHERE run = ?"
                                + " ORDER BY number")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    requests.add(
                            new Request(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return List.copyOf(requests);
    }

    void remove(RunId run) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM requests WHERE run = ?")) {
            delete.setString(1, run.value());
            delete.executeUpdate();
        }
    }
}
