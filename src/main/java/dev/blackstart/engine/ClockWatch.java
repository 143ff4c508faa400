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

    /// Records the events that open or resume the run, behind what became of the clock since the
    /// last process recorded something.
    void begin(List<RunEvent> first) throws JournalException {
        Optional<Duration> by = recorder.state().last().flatMap(timekeeper::movedSince);
        List<RunEvent> events = new ArrayList<>();
        by.ifPresent(it -> events.add(new RunEvent.ClockJumped(it, List.of())));
        events.addAll(first);
        recorder.record(events);
        if (by.isPresent()) {
            recorder.foldAgain();
        }
    }

    void look() throws JournalException {
        List<RunEvent> events = seen();
        if (!events.isEmpty()) {
            recorder.record(events);
            recorder.foldAgain();
        }
    }

    /// What is to be recorded before anything else; empty when the clock was not moved.
    List<RunEvent> seen() {
        Optional<Duration> by = timekeeper.moved();
        if (by.filter(it -> !it.isNegative()).isPresent()) {
            transport.renew();
        }
        return by.map(it -> ClockMove.seen(recorder.state(), it, timekeeper.instant()))
                .orElse(List.of());
    }
}
