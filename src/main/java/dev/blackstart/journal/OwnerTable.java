package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The table `owners`: which process writes which run.
final class OwnerTable {
    private final Connection connection;

    OwnerTable(Connection connection) {
        this.connection = connection;
    }

    Optional<Owner> holder(RunId run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT person, pid, started, boot_id, since FROM owners WHERE run = ?")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(owner(rows)) : Optional.empty();
            }
        }
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                StoredText.of(row, 1),
                row.getLong(2),
                row.getLong(3),
                StoredText.of(row, 4),
                StoredText.instant(row, 5));
    }

    Map<RunId, Owner> all() throws SQLException {
        Map<RunId, Owner> all = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT person, pid, started, boot_id, since, run FROM owners");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.put(StoredText.run(rows, 6), owner(rows));
            }
        }
        return all;
    }

    void set(RunId run, Owner owner) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO owners (run, person, pid, started, boot_id, since)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (run) DO UPDATE SET"
                                + " person = excluded.person, pid = excluded.pid,"
                                + " started = excluded.started, boot_id = excluded.boot_id,"
                                + " since = excluded.since")) {
            insert.setString(1, run.value());
            insert.setString(2, owner.person());
            insert.setLong(3, owner.pid());
            insert.setLong(4, owner.started());
            insert.setString(5, owner.bootId());
            insert.setString(6, owner.since().toString());
            insert.executeUpdate();
        }
    }

    void remove(RunId run, Owner owner) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM owners WHERE run = ? AND pid = ? AND started = ?"
                                + " AND boot_id = ?")) {
            delete.setString(1, run.value());
            delete.setLong(2, owner.pid());
            delete.setLong(3, owner.started());
            delete.setString(4, owner.bootId());
            delete.executeUpdate();
        }
    }
}
