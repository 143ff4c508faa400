package dev.blackstart.runbook;

/// How a snapshot is checked on its host before it counts: a command and a condition over its
/// result.
public record Validity(Command command, Measure that) {}
