package dev.blackstart.run;

/// At which moment a value that a loan changes was looked at.
public enum CaptureTime {
    /// before the action went out
    ORIGINAL,
    /// after the action had ended
    OURS,
    /// before it is taken back, or after that
    PRESENT
}
