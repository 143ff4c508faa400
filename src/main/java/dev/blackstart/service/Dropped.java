package dev.blackstart.service;

import dev.blackstart.journal.Owner;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs that this process carries out no more, though the journal names it as their owner still: it
/// could not be written when they came back. Thread-safe.
final class Dropped {
    private enum Left {
        /// Waits for the journal and for nobody else.
        FOR_JOURNAL,
        /// Came back for another reason, and is resumed by whoever wants it.
        FOR_PERSON
    }

    private final Map<RunId, Left> runs = new ConcurrentHashMap<>();
    private final Owner here;

    /// @param here this process
    Dropped(Owner here) {
        this.here = here;
    }

    /// The journal was lost under it.
    void add(RunId run) {
        runs.put(run, Left.FOR_JOURNAL);
    }

    /// It was left, but could not be given up.
    void kept(RunId run) {
        runs.putIfAbsent(run, Left.FOR_PERSON);
    }

    /// It is carried out here again.
    void taken(RunId run) {
        runs.remove(run);
    }

    /// It cannot go on by itself.
    void leaveToPeople(RunId run) {
        runs.replace(run, Left.FOR_PERSON);
    }

    boolean has(RunId run, Owner owner) {
        return runs.containsKey(run) && owner.sameProcess(here);
    }

    /// Those that go on by themselves once the journal can be written, oldest first.
    List<RunId> waiting() {
        return runs.entrySet().stream()
                .filter(it -> it.getValue() == Left.FOR_JOURNAL)
                .map(Map.Entry::getKey)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }
}
