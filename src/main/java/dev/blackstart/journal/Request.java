package dev.blackstart.journal;

/// Something another process asks of the owner of a run.
///
/// @param kind such as `stop`
/// @param reason what belongs to it, as the engine wrote it
public record Request(String kind, String person, String reason) {}
