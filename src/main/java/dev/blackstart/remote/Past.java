package dev.blackstart.remote;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The events of a run that a service has sent so far. One thread takes them, any may look.
final class Past {
    /// So many events of one run, and so many characters of them, are held.
    private static final int MOST_EVENTS = 1_000_000;

    private static final long MOST_CHARACTERS = 512L * 1024 * 1024;

    /// A stream that breaks is asked for again behind the last event that came.
    private static final int TIMES = 3;

    private static final Duration READ_WITHIN = Duration.ofMinutes(2);

    private final Wire wire;
    private final RunId run;
    private final EventLine lines;
    private final ReentrantLock guard = new ReentrantLock();
    private final List<Recorded> events = new ArrayList<>();
    private volatile long newest;
    private long characters;

    Past(Wire wire, RunId run) {
        this.wire = wire;
        this.run = run;
        this.lines = new EventLine(wire.address(), run);
    }

    /// Sequence of the last of them.
    long newest() {
        return newest;
    }

    List<Recorded> events() {
        guard.lock();
        try {
            return List.copyOf(events);
        } finally {
            guard.unlock();
        }
    }

    /// Takes the next event from a stream; waits for it.
    ///
    /// @return false when the stream is over
    boolean take(EventStream stream) throws JournalException {
        Optional<EventStream.Sent> sent = stream.next();
        if (sent.isEmpty() || sent.get().name().equals("end")) {
            return false;
        }
        characters += sent.get().data().length();
        if (newest >= MOST_EVENTS || characters > MOST_CHARACTERS) {
            throw new ServiceTrouble(
                    ServiceTrouble.Kind.STRANGE,
                    "Run %s of %s has more events than can be held here; look at it on its machine."
                            .formatted(run, wire.address()));
        }
        add(lines.read(sent.get().data(), newest + 1));
        return true;
    }

    private void add(Recorded recorded) {
        guard.lock();
        try {
            events.add(recorded);
            newest = recorded.sequence();
        } finally {
            guard.unlock();
        }
    }

    /// Reads all up to an event that the service is known to have.
    void readTo(long sequence) throws JournalException {
        for (int left = TIMES; left > 0 && newest() < sequence; left--) {
            try (EventStream stream = wire.events(run, newest(), READ_WITHIN)) {
                boolean more = true;
                while (more && newest() < sequence) {
                    more = take(stream);
                }
            }
        }
        if (newest() < sequence) {
            throw new ServiceTrouble(
                    ServiceTrouble.Kind.SILENT,
                    "The service at %s sent %d of %d events of run %s and no more; try it again."
                            .formatted(wire.address(), newest(), sequence, run));
        }
    }
}
