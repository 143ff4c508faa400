package dev.blackstart.view;

import dev.blackstart.run.Words;
import java.time.Instant;

/// How the moment of a finding is told: as an age where the text is made anew for each look, as a
/// time of day where it stays as it is, so that old evidence never looks fresh.
interface When {
    String told(Instant at);

    static When ago(Instant now) {
        return at -> Elapsed.ago(at, now);
    }

    /// In UTC, with the day when that is another.
    static When lasting(Instant day) {
        return at -> Words.time(at, day);
    }
}
