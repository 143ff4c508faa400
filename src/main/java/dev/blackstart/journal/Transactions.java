package dev.blackstart.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Transactions: all of it or nothing.
final class Transactions {
    private Transactions() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException, JournalException;
    }

    /// For writing: the lock is taken at the beginning, so what is read in it stays true.
    static <T> T immediate(Connection connection, Work<T> work)
            throws SQLException, JournalException {
        return within(connection, "BEGIN IMMEDIATE", work);
    }

    /// Everything read in it is of one moment.
    static <T> T snapshot(Connection connection, Work<T> work)
            throws SQLException, JournalException {
        return within(connection, "BEGIN DEFERRED", work);
    }

    private static <T> T within(Connection connection, String begin, Work<T> work)
            throws SQLException, JournalException {
        execute(connection, begin);
        boolean committed = false;
        try {
            T result = work.run();
            execute(connection, "COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(connection);
            }
        }
    }

    /// A failed transaction may already have been rolled back by SQLite itself.
    private static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // the failure that led here is on its way to the caller
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
