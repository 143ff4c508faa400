package dev.blackstart.journal;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The append-only, hash-chained journal. Events are durable when `append` returns.
public interface Journal extends JournalView {
    /// Appends all events or none, after the event with sequence `after` (0 for a new run).
    ///
    /// @throws JournalException when nothing was recorded: another writer was there first, or the
    ///   disk failed. The caller must not act on events that were refused; after a failed write the
    ///   journal has re-opened its file and re-read the tail, so the exception tells whether the
    ///   events are there
    /// @param epoch what claiming the run gave; `FENCED` when another process has it since
    List<Recorded> append(RunId run, long epoch, long after, Instant at, List<RunEvent> events)
            throws JournalException;

    /// The same for a run that nobody has ever claimed.
    default List<Recorded> append(RunId run, long after, Instant at, List<RunEvent> events)
            throws JournalException {
        return append(run, 0, after, at, events);
    }

    /// The stored lines of a run as far as they verify, for taking them out of the journal.
    ChainCopy chain(RunId run) throws JournalException;

    /// Keeps bytes under their SHA-256 and returns it in hex; durable when it returns.
    String keep(byte[] content) throws JournalException;

    /// Takes the right to write a run, with an epoch of its own: what had it before can write it no
    /// more. A process that has ended loses the right by itself. Who has it already keeps its
    /// epoch.
    Ownership claim(RunId run, Owner owner) throws JournalException;

    /// Takes the right from whoever has it, living or not. Only for a person who says why.
    ///
    /// @return the new epoch
    long takeOver(RunId run, Owner owner) throws JournalException;

    /// Refuses, as `append` would, who has lost a run.
    void check(RunId run, long epoch) throws JournalException;

    /// Whose runs this journal records.
    Installation installation() throws JournalException;

    void release(RunId run, Owner owner) throws JournalException;

    /// Takes all of these locks for a run, or none. Those that it holds already it keeps. They end
    /// with the run's `Closed` event, but for hosts whose outcome is unknown then; before its first
    /// sending also with its process, and when the run is released.
    ///
    /// @param acted the run has sent something before
    /// @return empty when taken, else which of them other runs hold
    List<HeldLock> lock(Holder holder, Collection<Lock> wanted, boolean acted)
            throws JournalException;

    /// Sequence of the newest event of every run, newest run first, without reading the runs.
    default Map<RunId, Long> heads() throws JournalException {
        Map<RunId, Long> heads = new LinkedHashMap<>();
        for (RunId run : runs()) {
            heads.put(run, newest(run));
        }
        return heads;
    }

    /// Takes the requests left for a run, oldest first; each is returned once.
    List<Request> takeRequests(RunId run) throws JournalException;

    /// Checks every chain from its first event to its last.
    Audit audit() throws JournalException;

    /// The damaged journals that were put aside before this one was begun, oldest first.
    default List<Predecessor> predecessors() throws JournalException {
        return List.of();
    }

    /// Is the disk so full (less than 64 MiB free) that nothing destructive may begin?
    default boolean lowSpace() {
        return false;
    }

    /// How much must be freed where, one sentence; empty when there is room.
    default String roomNeeded() {
        return "";
    }

    /// Is room set aside that can be given back?
    default boolean ballast() {
        return false;
    }

    /// Gives back the room that was set aside, so that what has been done can be recorded.
    default void releaseBallast() throws JournalException {}
}
