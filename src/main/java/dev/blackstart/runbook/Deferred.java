package dev.blackstart.runbook;

/// A key that is read and checked but not carried out by this version.
public record Deferred(String key, Position position) {}
