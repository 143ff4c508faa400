package dev.blackstart.run;

/// How a loan was repaid.
public enum Repayment {
    /// its `undo` was sent and is proven
    UNDONE,
    /// the original value is there; nothing had to be sent
    ORIGINAL,
    /// `repaid_when` is true on fresh evidence
    EVIDENCE,
    /// the host took it back by itself
    REVERTED
}
