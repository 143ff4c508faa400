package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Events on their way into the journal: chained behind the head of their run, all or none.
record Batch(RunId run, Head head, List<Entry> entries, List<Recorded> recorded) {
    Batch {
        entries = List.copyOf(entries);
        recorded = List.copyOf(recorded);
    }

    static Batch behind(
            Head head,
            RunId run,
            Instant at,
            List<RunEvent> events,
            EventCodec codec,
            Optional<ClockReading> clock) {
        Chain chain = new Chain(run, head.sequence(), head.hash());
        List<Entry> entries = new ArrayList<>();
        List<Recorded> recorded = new ArrayList<>();
        String written = at.toString();
        for (RunEvent event : events) {
            Entry entry = chain.extend(written, codec.encode(event, clock));
            entries.add(entry);
            recorded.add(new Recorded(run, entry.sequence(), at, entry.hash(), event, clock));
        }
        return new Batch(run, new Head(chain.sequence(), chain.hash()), entries, recorded);
    }

    static JournalException conflict(RunId run, long after, Head head) {
        return new JournalException(
                JournalException.Kind.CONFLICT,
                "run %s has %d events where %d were expected: another process wrote it first; read it again"
                        .formatted(run, head.sequence(), after));
    }
}
