package dev.blackstart.run;

import java.util.Locale;

/// How a run ended.
public enum Verdict {
    RECOVERED,
    RECOVERED_WITH_LOANS,
    /// repaired, but for hosts or steps that were skipped or excluded, or steps whose evidence is
    /// not known
    PARTIAL,
    /// nothing was wrong that this runbook would have changed
    NOT_NEEDED,
    STILL_BROKEN,
    UNDECIDED,
    /// a person ended it
    STOPPED,
    /// actions whose outcome nobody has established
    WITH_UNKNOWNS,
    /// a diagnosis or rehearsal went through to its end
    DIAGNOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
