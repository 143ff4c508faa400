package dev.blackstart.topology;

/// Something that the map shows to stand in its own way.
///
/// @param error nothing that is written down helps; else it is told, and there is a way
public record Objection(boolean error, String says) {}
