package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/// The tables `epochs` and `installation`.
final class EpochTable {
    private final Connection connection;

    EpochTable(Connection connection) {
        this.connection = connection;
    }

    Epoch of(RunId run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT epoch, person, since FROM epochs WHERE run = ?")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? new Epoch(
                                rows.getLong(1),
                                rows.getString(2),
                                Instant.parse(rows.getString(3)))
                        : Epoch.NONE;
            }
        }
    }

    /// @return the new epoch
    long raise(RunId run, Owner owner) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO epochs (run, epoch, person, since)"
                                + " SELECT ?, coalesce(max(epoch), 0) + 1, ?, ? FROM epochs"
                                + " WHERE true ON CONFLICT (run) DO UPDATE SET"
                                + " epoch = excluded.epoch, person = excluded.person,"
                                + " since = excluded.since")) {
            insert.setString(1, run.value());
            insert.setString(2, owner.person());
            insert.setString(3, owner.since().toString());
            insert.executeUpdate();
        }
        return of(run).number();
    }

    Optional<String> installation() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM installation")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /// Once; later calls leave it as it is.
    Optional<String> makeInstallation() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT OR IGNORE INTO installation (one) VALUES (1)");
        }
        return installation();
    }
}
