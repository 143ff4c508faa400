package dev.blackstart.engine;

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
        for (Recorded recorded :
                journal.append(
                        claimant.run(),
                        claimant.epoch(),
                        state.sequence(),
                        clock.instant(),
                        events)) {
            state.apply(recorded);
            watchers.forEach(watcher -> watcher.recorded(recorded, state));
        }
    }
}
