package dev.blackstart.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The table `kept`: content under its SHA-256.
final class KeptTable {
    private final Connection connection;

    KeptTable(Connection connection) {
        this.connection = connection;
    }

    boolean holds(String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM kept WHERE sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    void insert(String sha256, byte[] content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO kept (sha256, content) VALUES (?, ?)"
                                + " ON CONFLICT (sha256) DO NOTHING")) {
            insert.setString(1, sha256);
            insert.setBytes(2, content);
            insert.executeUpdate();
        }
    }

    Optional<byte[]> content(String sha256) throws SQLException, JournalException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT content FROM kept WHERE sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(verified(sha256, rows)) : Optional.empty();
            }
        }
    }

    private static byte[] verified(String sha256, ResultSet row)
            throws SQLException, JournalException {
        byte[] content = Optional.ofNullable(row.getBytes(1)).orElse(new byte[0]);
        if (!Digests.sha256(content).equals(sha256)) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "what was kept under " + sha256 + " has been changed");
        }
        return content;
    }
}
