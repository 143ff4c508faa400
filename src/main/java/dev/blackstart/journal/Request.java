package dev.blackstart.journal;

/// Something another process asks of the owner of a run.
///
/// @param kind `stop`
public record Request(String kind, String person, String reason) {}
