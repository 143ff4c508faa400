package dev.blackstart.journal;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A journal as whoever watches runs needs it: it is read, and something is asked of the process
/// that carries a run out.
public interface JournalView extends AutoCloseable {
    /// What some verbs look for among all runs.
    enum Kind {
        /// not closed
        OPEN,
        /// with loans that are still to be taken back
        INDEBTED,
        /// with something unknown about their actions
        UNKNOWN
    }

    /// All events of a run in order, its chain verified; empty when there is no such run.
    List<Recorded> read(RunId run) throws JournalException;

    /// Ids of all runs, newest first.
    List<RunId> runs() throws JournalException;

    /// Ids of runs, newest first, among which are all of a kind; all of them where it would have to
    /// read each to know.
    default List<RunId> runs(Kind kind) throws JournalException {
        return runs();
    }

    Optional<byte[]> kept(String sha256) throws JournalException;

    /// Every lock that is held.
    List<HeldLock> locks() throws JournalException;

    /// The living process that writes a run; empty when none does.
    Optional<Owner> owner(RunId run) throws JournalException;

    /// Sequence of the newest event of a run, without reading the run; 0 when there is none.
    long newest(RunId run) throws JournalException;

    /// Leaves a request for the process that owns the run, such as `stop`.
    void request(RunId run, Request request) throws JournalException;

    /// From now on somebody watches this run.
    ///
    /// @param told one sentence when its events stop coming, and when they come again
    default void follow(RunId run, Consumer<String> told) {}

    @Override
    void close();
}
