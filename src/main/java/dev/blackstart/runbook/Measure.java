package dev.blackstart.runbook;

/// A finding's expression over one command's result, compiled and type-checked.
public interface Measure {
    /// The expression as written.
    String text();

    Position position();

    ValueType type();

    /// Never throws: what cannot be evaluated is `Missing` with the reason.
    Reading take(CheckResult result);
}
