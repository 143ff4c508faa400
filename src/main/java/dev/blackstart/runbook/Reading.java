package dev.blackstart.runbook;

/// What one measure made of one command's result.
public sealed interface Reading {
    record Taken(Value value) implements Reading {}

    /// @param reason a sentence such as `stdout is not JSON` or `json has no field "oper_up"`
    record Missing(String reason) implements Reading {}
}
