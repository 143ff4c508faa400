package dev.blackstart.run;

/// What a host says of the guard of an action: the process there that undoes it by itself.
public enum GuardWord {
    /// it will not undo anything any more
    DISARMED,
    /// it has undone the action
    REVERTED,
    /// it tried to undo the action, and the undo failed
    REVERT_FAILED,
    /// it is undoing the action
    REVERTING,
    /// nothing of it is left, as after a reboot; whether it had acted is not known
    GONE,
    /// the host could not be asked
    NO_ANSWER;

    /// No later word can differ.
    public boolean last() {
        return this == DISARMED || this == REVERTED || this == REVERT_FAILED || this == GONE;
    }
}
