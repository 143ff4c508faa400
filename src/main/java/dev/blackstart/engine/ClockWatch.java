package dev.blackstart.engine;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.ClockMove;
import dev.blackstart.run.RunEvent;
import dev.blackstart.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sees that the wall clock was moved and makes that a fact before anything else happens. A clock
/// set forward cannot be told from a machine that slept, so after that nobody is believed any more:
/// the journal is asked whether the run is still ours (it refuses the record otherwise), and what
/// is sent next goes over a new connection.
final class ClockWatch {
    private final Timekeeper timekeeper;
    private final Recorder recorder;
    private final Transport transport;

    ClockWatch(Timekeeper timekeeper, Recorder recorder, Transport transport) {
        this.timekeeper = timekeeper;
        this.recorder = recorder;
        this.transport = transport;
    }

    /// Records the event that opens or resumes the run, behind what became of the clock since the
    /// last process recorded something.
    void begin(RunEvent first) throws JournalException {
        Optional<Duration> by = recorder.state().last().flatMap(timekeeper::movedSince);
        List<RunEvent> events = new ArrayList<>();
        by.ifPresent(it -> events.add(new RunEvent.ClockJumped(it, List.of())));
        events.add(first);
        recorder.record(events);
        if (by.isPresent()) {
            recorder.foldAgain();
        }
    }

    void look() throws JournalException {
        Optional<Duration> by = timekeeper.moved();
        if (by.isEmpty()) {
            return;
        }
        if (!by.get().isNegative()) {
            transport.renew();
        }
        recorder.record(ClockMove.seen(recorder.state(), by.get(), timekeeper.instant()));
        recorder.foldAgain();
    }
}
