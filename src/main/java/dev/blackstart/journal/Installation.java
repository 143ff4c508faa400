package dev.blackstart.journal;

/// The installation whose runs a journal records: it tells their fences on hosts from those of
/// others.
///
/// @param id random lower-case hex, made once and kept with the journal
/// @param where name of the machine, as people know it
public record Installation(String id, String where) {}
