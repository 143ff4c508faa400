package dev.blackstart.proof.power;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the tables of a journal hold, besides the events that the chain heads vouch for.
final class Tables {
    private static final List<String> QUERIES =
            List.of(
                    "SELECT run, sequence, hash FROM runs ORDER BY run",
                    "SELECT sha256, content FROM kept ORDER BY sha256",
                    "SELECT * FROM owners ORDER BY run",
                    "SELECT * FROM locks ORDER BY name",
                    "SELECT * FROM epochs ORDER BY run",
                    "SELECT * FROM unresolved ORDER BY run",
                    "SELECT * FROM installation",
                    "SELECT * FROM requests ORDER BY number");

    private Tables() {}

    /// @param events how many verify
    static Found.Healthy of(Path file, long events) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String query : QUERIES) {
                add(digest, statement, query);
            }
            SortedMap<String, String> heads = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(QUERIES.getFirst())) {
                while (rows.next()) {
                    heads.put(rows.getString(1), rows.getLong(2) + " " + rows.getString(3));
                }
            }
            return new Found.Healthy(heads, events, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, Statement statement, String query)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    digest.update(rows.getBytes(column));
                    digest.update((byte) 0);
                }
                digest.update((byte) 1);
            }
            digest.update((byte) 2);
        }
    }
}
