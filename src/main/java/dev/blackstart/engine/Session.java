package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;

/// A run this process owns and may carry on.
public final class Session implements AutoCloseable {
    private final Journal journal;
    private final Owner owner;
    private final Recorder recorder;
    private final Engine engine;
    private final RunEvent first;
    private final GivingUp after;

    /// @param first the event that opens or resumes the run
    /// @param after what is done on hosts when the run is closed
    Session(
            Journal journal,
            Owner owner,
            Recorder recorder,
            Engine engine,
            RunEvent first,
            GivingUp after) {
        this.journal = journal;
        this.owner = owner;
        this.recorder = recorder;
        this.engine = engine;
        this.first = first;
        this.after = after;
    }

    public RunId id() {
        return recorder.run();
    }

    /// Carries the run on, on the calling thread, until it is closed or left. Called once.
    public RunEnd run(Watcher watcher) {
        recorder.watch(watcher);
        RunEnd end = engine.run(first);
        if (end instanceof RunEnd.Closed) {
            giveUp();
        }
        return end;
    }

    private void giveUp() {
        try {
            after.of(recorder.state());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Any thread, any time.
    public void submit(OperatorCommand command) {
        engine.submit(command);
    }

    /// Gives up the ownership; the run can be resumed by anybody.
    @Override
    public void close() throws JournalException {
        journal.release(id(), owner);
    }
}
