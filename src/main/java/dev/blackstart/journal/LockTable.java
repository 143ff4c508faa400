package dev.blackstart.journal;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table `locks`: what a run keeps others from acting on. A name is there once.
final class LockTable {
    private static final String COLUMNS = "name, shown, run, person, title, since, acted";
    private static final String SELECT =
            "SELECT "
                    + COLUMNS
                    + ", EXISTS (SELECT 1 FROM unresolved WHERE unresolved.run = locks.run)"
                    + " FROM locks ";

    private final Connection connection;

    LockTable(Connection connection) {
        this.connection = connection;
    }

    Optional<HeldLock> of(Lock lock, Locking locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE name = ?")) {
            select.setString(1, lock.name());
            return rows(select, locking).stream().findFirst();
        }
    }

    List<HeldLock> all(Locking locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY name")) {
            return rows(select, locking);
        }
    }

    /// Runs that were closed with an outcome unknown.
    Set<RunId> unresolved() throws SQLException {
        Set<RunId> runs = new LinkedHashSet<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT run FROM unresolved ORDER BY run");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                runs.add(StoredText.run(rows, 1));
            }
        }
        return runs;
    }

    private static List<HeldLock> rows(PreparedStatement select, Locking locking)
            throws SQLException {
        List<HeldLock> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                RunId run = StoredText.run(rows, 3);
                found.add(
                        new HeldLock(
                                new Lock(rows.getString(1), rows.getString(2)),
                                new Holder(
                                        run,
                                        rows.getString(4),
                                        rows.getString(5),
                                        StoredText.instant(rows, 6)),
                                rows.getInt(7) == 1,
                                locking.carriedOut(run),
                                rows.getInt(8) == 1));
            }
        }
        return found;
    }

    /// In the place of what has lapsed.
    void set(Lock lock, Holder holder, boolean acted) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO locks (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            remove(lock);
            insert.setString(1, lock.name());
            insert.setString(2, lock.shown());
            insert.setString(3, holder.run().value());
            insert.setString(4, holder.person());
            insert.setString(5, holder.title());
            insert.setString(6, holder.since().toString());
            insert.setInt(7, acted ? 1 : 0);
            insert.executeUpdate();
        }
    }

    private void remove(Lock lock) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM locks WHERE name = ?")) {
            delete.setString(1, lock.name());
            delete.executeUpdate();
        }
    }

    /// The run has sent something.
    void acted(RunId run) throws SQLException {
        with(run, "UPDATE locks SET acted = 1 WHERE run = ? AND acted = 0");
    }

    /// What stays is marked so.
    void closed(RunId run, RunEvent.Closed closed) throws SQLException {
        with(run, "DELETE FROM unresolved WHERE run = ?");
        for (Lock lock : of(run)) {
            if (!Locking.stays(lock, closed)) {
                remove(lock);
            }
        }
        if (!closed.unknown().isEmpty()) {
            with(run, "INSERT INTO unresolved (run) VALUES (?)");
            with(run, "UPDATE locks SET acted = 1 WHERE run = ?");
        }
    }

    private List<Lock> of(RunId run) throws SQLException {
        List<Lock> locks = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name, shown FROM locks WHERE run = ?")) {
            select.setString(1, run.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    locks.add(new Lock(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return locks;
    }

    void removeUnused(RunId run) throws SQLException {
        with(run, "DELETE FROM locks WHERE run = ? AND acted = 0");
    }

    private void with(RunId run, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.executeUpdate();
        }
    }
}
