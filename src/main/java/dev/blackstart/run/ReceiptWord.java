package dev.blackstart.run;

/// What the reading of a receipt came to, when it did not decide.
public enum ReceiptWord {
    /// the host says that the command is still at work
    RUNNING,
    /// the host could not be asked; it may answer later
    NO_ANSWER,
    /// the host was rebooted meanwhile, and what it knew is gone
    LOST_BY_REBOOT,
    /// the host answered, and its answer does not decide; it will not say more later
    UNDECIDED
}
