package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One append: what is to be written, and afterwards whether it was.
final class Append {
    private final RunId run;
    private final long epoch;
    private final long after;
    private final Instant at;
    private final List<RunEvent> events;
    private final EventCodec codec;
    private final Optional<ClockReading> clock;
    private Optional<Batch> batch = Optional.empty();

    Append(RunId run, long epoch, long after, Instant at, List<RunEvent> events, EventCodec codec) {
        this(run, epoch, after, at, events, codec, Optional.empty());
    }

    Append(
            RunId run,
            long epoch,
            long after,
            Instant at,
            List<RunEvent> events,
            EventCodec codec,
            Optional<ClockReading> clock) {
        this.run = run;
        this.epoch = epoch;
        this.after = after;
        this.at = at;
        this.events = List.copyOf(events);
        this.codec = codec;
        this.clock = clock;
    }

    List<Recorded> write(Connection connection) throws SQLException, JournalException {
        new EpochTable(connection).of(run).admit(run, epoch);
        EventTable table = new EventTable(connection);
        Head head = table.head(run);
        if (head.sequence() != after) {
            throw Batch.conflict(run, after, head);
        }
        if (after > 0 && !table.holds(run, head)) {
            throw Damage.at(run, after - 1, "the last event is not the one that was recorded");
        }
        Batch ready = Batch.behind(head, run, at, events, codec, clock);
        batch = Optional.of(ready);
        if (!ready.entries().isEmpty()) {
            table.insert(ready);
            locks(new LockTable(connection));
        }
        return ready.recorded();
    }

    /// With the facts that prove it: a sending keeps the run's locks, its end gives them up.
    private void locks(LockTable locks) throws SQLException {
        Optional<RunEvent.Closed> closed = Locking.closes(events);
        if (closed.isPresent()) {
            locks.closed(run, closed.get());
        } else if (Locking.acts(events)) {
            locks.acted(run);
        }
    }

    boolean landed(Connection connection) throws SQLException {
        return batch.isPresent() && new EventTable(connection).holds(run, batch.get().head());
    }
}
