package dev.blackstart.run;

import java.util.Locale;

/// What became of a whole step.
public enum StepOutcome {
    /// carried out on every host it was for, and its verification held
    SUCCEEDED,
    /// `when` or `where` was definitely false; blocks nothing
    NOT_NEEDED,
    /// `requires` was not met; blocks only the steps that name it
    REFUSED,
    /// refused, since what it requires is not known; blocks only the steps that name it
    UNDECIDED,
    /// carried out and failed, or its verification did not hold
    FAILED,
    /// a person chose to go on without it
    SKIPPED,
    /// carried out and taken back by its `undo`
    UNDONE,
    /// carried out and taken back by the host itself, since nothing confirmed it in time
    REVERTED,
    /// shown, not sent
    REHEARSED;

    /// Not allowed: definitely, or for want of evidence.
    public boolean refused() {
        return this == REFUSED || this == UNDECIDED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
