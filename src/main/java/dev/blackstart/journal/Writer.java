package dev.blackstart.journal;

import dev.blackstart.journal.JournalException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The one connection that writes. After any failure it is never used again: what it believes to be
/// on disk may not be there. The file is opened anew, and what it says is believed.
final class Writer implements AutoCloseable {
    private final SqliteFile file;
    private Optional<Connection> connection;

    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException, JournalException;
    }

    Writer(SqliteFile file) throws JournalException {
        this.file = file;
        try {
            this.connection = Optional.of(file.writer());
        } catch (SQLException e) {
            throw SqliteFailure.sentence("cannot open", file.path(), e);
        }
    }

    /// Durable when it returns.
    ///
    /// @param landed asked of the re-opened file when the write failed: is what was written there?
    synchronized <T> T write(Work<T> work, Work<Boolean> landed) throws JournalException {
        try {
            Connection open = connection.isPresent() ? connection.get() : reopened();
            return Transactions.immediate(open, () -> work.in(open));
        } catch (SQLException e) {
            throw afterFailure(e, landed);
        }
    }

    /// Reads without a connection of its own: for what is asked often.
    synchronized <T> T look(Work<T> work) throws JournalException {
        try {
            return work.in(connection.isPresent() ? connection.get() : reopened());
        } catch (SQLException e) {
            abandon();
            throw SqliteFailure.sentence("cannot read", file.path(), e);
        }
    }

    private JournalException afterFailure(SQLException failure, Work<Boolean> landed)
            throws JournalException {
        SqliteFailure meaning = SqliteFailure.of(failure);
        String what = "cannot write the journal " + file.path() + ": " + meaning.reason();
        abandon();
        try {
            if (landed.in(reopened())) {
                return new JournalException(
                        Kind.WRITTEN_AFTER_ALL,
                        what + " · read again, it is recorded all the same",
                        failure);
            }
            return new JournalException(
                    meaning.kind(), what + " · nothing of it was recorded", failure);
        } catch (SQLException again) {
            abandon();
            failure.addSuppressed(again);
            return new JournalException(
                    Kind.NOT_DURABLE,
                    what + " · it could not be read again, so whether it was recorded is not known",
                    failure);
        }
    }

    private Connection reopened() throws SQLException, JournalException {
        Connection fresh = file.writer();
        connection = Optional.of(fresh);
        return fresh;
    }

    private void abandon() {
        Optional<Connection> old = connection;
        connection = Optional.empty();
        try {
            if (old.isPresent()) {
                old.get().close();
            }
        } catch (SQLException nothingMoreToClose) {
            // the failure that led here is what the caller is told
        }
    }

    @Override
    public synchronized void close() {
        abandon();
    }
}
