package dev.blackstart.journal;

import dev.blackstart.run.RunId;

/// What is said when a chain does not verify.
public final class Damage {
    private Damage() {}

    /// @param verified the last event that is right
    /// @param reason what is wrong with the next
    public static JournalException at(RunId run, long verified, String reason) {
        String good = verified == 0 ? "no event before it" : "events 1–" + verified + " verify";
        return new JournalException(
                JournalException.Kind.DAMAGED,
                "journal damaged at event %d · %s · run %s: %s"
                        .formatted(verified + 1, good, run, reason));
    }
}
