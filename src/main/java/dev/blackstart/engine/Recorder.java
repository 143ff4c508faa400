package dev.blackstart.engine;

import dev.blackstart.journal.Damage;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Makes events durable, then folds them into the state, then shows them to the watchers; in that
/// order.
final class Recorder {
    private final Claimant claimant;
    private final Journal journal;
    private final InstantSource clock;
    private RunState state;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private List<RunEvent> tried = List.of();

    Recorder(Claimant claimant, Journal journal, InstantSource clock, RunState state) {
        this.claimant = claimant;
        this.journal = journal;
        this.clock = clock;
        this.state = state;
    }

    RunId run() {
        return claimant.run();
    }

    Claimant claimant() {
        return claimant;
    }

    /// Refuses when another process has taken the run over.
    void check() throws JournalException {
        journal.check(claimant.run(), claimant.epoch());
    }

    RunState state() {
        return state;
    }

    /// Reads the run as a process would that takes it up: after the clock was moved, all of it is
    /// told by the clock as it is now.
    void foldAgain() throws JournalException {
        state = RunState.fold(journal.read(claimant.run()));
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void record(List<RunEvent> events) throws JournalException {
        if (events.isEmpty()) {
            return;
        }
        tried = List.copyOf(events);
        List<Recorded> durable =
                journal.append(
                        claimant.run(), claimant.epoch(), state.sequence(), clock.instant(), tried);
        tried = List.of();
        durable.forEach(this::fold);
    }

    private void fold(Recorded recorded) {
        state.apply(recorded);
        watchers.forEach(watcher -> watcher.recorded(recorded, state));
    }

    /// After a write that failed: reads what is on disk behind the last event that was
    /// acknowledged, and folds it.
    ///
    /// @return all events of that write, or none
    /// @throws JournalException `DAMAGED` when anything else stands there
    List<Recorded> reread() throws JournalException {
        check();
        List<Recorded> stored = journal.read(claimant.run());
        int known = (int) state.sequence();
        boolean whole =
                stored.size() >= known
                        && (known == 0 || stored.get(known - 1).hash().equals(lastHash()));
        if (!whole) {
            throw Damage.at(
                    claimant.run(),
                    Math.min(known - 1, stored.size()),
                    "an event that was acknowledged is not there any more");
        }
        List<Recorded> landed = List.copyOf(stored.subList(known, stored.size()));
        if (!landed.isEmpty() && !same(landed)) {
            throw Damage.at(claimant.run(), known, "this process did not write what stands there");
        }
        tried = List.of();
        landed.forEach(this::fold);
        return landed;
    }

    private String lastHash() {
        return state.last().map(Recorded::hash).orElse("");
    }

    /// What the write that failed was to record; empty when none has.
    List<RunEvent> tried() {
        return tried;
    }

    private boolean same(List<Recorded> landed) {
        return landed.stream().map(Recorded::event).toList().equals(tried);
    }
}
