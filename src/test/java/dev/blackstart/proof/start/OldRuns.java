package dev.blackstart.proof.start;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Fills a journal with runs of the past: the one run that is in it, so many times again.
final class OldRuns {
    private static final Duration APART = Duration.ofHours(3);

    private OldRuns() {}

    /// @return how many events each has
    static int add(Path journal, int runs) throws JournalException {
        try (SqliteJournal it = SqliteJournal.open(journal)) {
            List<RunEvent> events =
                    it.read(it.runs().getFirst()).stream().map(Recorded::event).toList();
            Random random = new Random(20260101);
            Instant at = Instant.now().minus(APART.multipliedBy(runs));
            for (int i = 0; i < runs; i++) {
                RunId run = RunId.of(at.toEpochMilli(), random.nextLong(), random.nextLong());
                it.append(run, 0, at, events.stream().map(event -> of(run, event)).toList());
                at = at.plus(APART);
            }
            return events.size();
        }
    }

    private static RunEvent of(RunId run, RunEvent event) {
        return event instanceof RunEvent.RunOpened it
                ? new RunEvent.RunOpened(
                        run,
                        it.runbook(),
                        it.title(),
                        it.mode(),
                        it.by(),
                        it.blobs(),
                        it.parameters(),
                        it.version(),
                        it.drill())
                : event;
    }
}
