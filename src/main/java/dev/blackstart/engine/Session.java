package dev.blackstart.engine;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Duration;

/// A run this process owns and may carry on: as a whole with [#run], or turn by turn.
public final class Session implements AutoCloseable {
    private final Equipment equipment;
    private final Owner owner;
    private final Recorder recorder;
    private final Engine engine;
    private final Inbox inbox;
    private final Late late;
    private final RunEvent first;
    private final GivingUp after;

    /// @param late what is recorded before all else
    /// @param first the event that opens or resumes the run
    /// @param after what is done on hosts when the run is closed
    Session(
            Equipment equipment,
            Owner owner,
            Recorder recorder,
            Engine engine,
            Inbox inbox,
            Late late,
            RunEvent first,
            GivingUp after) {
        this.equipment = equipment;
        this.owner = owner;
        this.recorder = recorder;
        this.engine = engine;
        this.inbox = inbox;
        this.late = late;
        this.first = first;
        this.after = after;
    }

    public RunId id() {
        return recorder.run();
    }

    /// Carries the run on, on the calling thread, until it is closed or left. Called once.
    public RunEnd run(Watcher watcher) {
        RunEnd end = new Loop(this, equipment.waiting()).run(watcher);
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

    /// The first turn: records the event that opens or resumes the run. Called once, in place of
    /// `run`, by whoever has a thread and a time of its own.
    public Next begin(Watcher watcher) {
        recorder.watch(watcher);
        return engine.begin(late.events(), first);
    }

    /// Takes what has arrived, if anything, and goes on.
    public Next turn() {
        return engine.arrived(inbox.take());
    }

    /// Nothing arrived in time: looks for what other processes asked, and goes on.
    public Next tick() {
        return engine.tick();
    }

    /// Gives the hosts of a closed run up, and waits for none of them. `run` has done so by itself.
    public void giveUpHosts() {
        after.begin(recorder.state());
    }

    /// Whether anything arrived in time.
    boolean await(Duration most) throws InterruptedException {
        return inbox.await(most);
    }

    /// Any thread, any time.
    public void submit(OperatorCommand command) {
        inbox.add(new Arrival.Told(command));
    }

    /// Gives up the ownership; the run can be resumed by anybody.
    @Override
    public void close() throws JournalException {
        equipment.journal().release(id(), owner);
    }
}
