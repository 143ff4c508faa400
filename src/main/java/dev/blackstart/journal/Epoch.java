package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The newest taking of a run. It stays when the run is released, so that its number never goes
/// down.
///
/// @param number 0 while nobody has claimed the run; else counted over all runs of the journal, so
///   that whoever came later to a host has the higher one
record Epoch(long number, String person, Instant since) {
    static final Epoch NONE = new Epoch(0, "nobody", Instant.EPOCH);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// Refuses who took the run before.
    void admit(RunId run, long epoch) throws JournalException {
        if (epoch != number) {
            throw JournalException.fenced(
                    "fenced: run %s taken over by %s at %s; nothing of it was recorded"
                            .formatted(run, person, CLOCK.format(since)),
                    new JournalException.Taker(person, since));
        }
    }
}
