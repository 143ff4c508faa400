package dev.blackstart.journal;

import dev.blackstart.journal.JournalException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one connection that writes. After any failure it is never used again: what it believes to be
/// on disk may not be there. The file is opened anew, and what it says is believed. It is closed
/// only then: closing the last connection would sync the very handle whose sync has failed, and a
/// second try says "done" of what was dropped (https://lwn.net/Articles/752063/).
final class Writer implements AutoCloseable {
    private final SqliteFile file;
    private final List<Connection> failed = new ArrayList<>();
    private final Optional<Unwritable> none;
    private final Runnable end;
    private Optional<Connection> connection;

    /// Of the file as it was opened first.
    private final Optional<Object> identity;

    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException, JournalException;
    }

    Writer(SqliteFile file) throws JournalException {
        this.file = file;
        this.none = Optional.empty();
        this.end = () -> {};
        try {
            this.connection = Optional.of(file.writer());
            this.identity = file.identity();
        } catch (SQLException e) {
            throw SqliteFailure.sentence("cannot open", file.path(), e);
        }
    }

    private Writer(SqliteFile file, Unwritable none, Runnable end) {
        this.file = file;
        this.none = Optional.of(none);
        this.end = end;
        this.connection = Optional.empty();
        this.identity = Optional.empty();
    }

    /// Writes nothing: each time it says why.
    static Writer none(Unwritable where, Unwritable.Seen seen) {
        return new Writer(seen.file(), where, seen.end());
    }

    /// Durable when it returns.
    ///
    /// @param landed asked of the re-opened file when the write failed: is what was written there?
    synchronized <T> T write(Work<T> work, Work<Boolean> landed) throws JournalException {
        if (none.isPresent()) {
            throw none.get().refused();
        }
        inPlace();
        try {
            Connection open = connection.isPresent() ? connection.get() : reopened();
            return Transactions.immediate(open, () -> work.in(open));
        } catch (SQLException e) {
            throw afterFailure(e, landed);
        }
    }

    /// Reads without a connection of its own: for what is asked often.
    synchronized <T> T look(Work<T> work) throws JournalException {
        if (none.isPresent()) {
            return reading(work);
        }
        try {
            return work.in(connection.isPresent() ? connection.get() : reopened());
        } catch (SQLException e) {
            abandon();
            throw SqliteFailure.sentence("cannot read", file.path(), e);
        }
    }

    private <T> T reading(Work<T> work) throws JournalException {
        try (Connection reader = file.reader()) {
            return work.in(reader);
        } catch (SQLException e) {
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

    /// A file that was removed, renamed or replaced takes every write, and nobody reads it again.
    private void inPlace() throws JournalException {
        if (!file.identity().equals(identity)) {
            throw new JournalException(
                    Kind.DAMAGED,
                    "the journal "
                            + file.path()
                            + " was removed, renamed or replaced since it was opened; put it back · nothing of it was recorded");
        }
    }

    private Connection reopened() throws SQLException, JournalException {
        Connection fresh = file.writer();
        connection = Optional.of(fresh);
        failed.forEach(Writer::close);
        failed.clear();
        return fresh;
    }

    private void abandon() {
        connection.ifPresent(failed::add);
        connection = Optional.empty();
    }

    private static void close(Connection old) {
        try {
            old.close();
        } catch (SQLException nothingMoreToClose) {
            // what it knew is not asked for any more
        }
    }

    /// What failed and could not be replaced ends with the process.
    @Override
    public synchronized void close() {
        connection.ifPresent(Writer::close);
        connection = Optional.empty();
        end.run();
    }
}
