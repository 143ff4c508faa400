package dev.blackstart.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The run stands still because its journal cannot be written; nothing is sent until it can.
///
/// @param low nothing failed yet: there is too little room for a step that disrupts
/// @param reason one sentence
/// @param since when it began
/// @param unrecorded outcomes that were seen and could not be recorded, one sentence each
/// @param spool where they are held past the end of this process; empty when no place took them
/// @param carried the same outcomes as sealed words, for people to carry over
/// @param ballast is room set aside that can be given back?
public record JournalPause(
        boolean low,
        String reason,
        Instant since,
        List<String> unrecorded,
        Optional<String> spool,
        List<String> carried,
        boolean ballast) {
    public JournalPause {
        unrecorded = List.copyOf(unrecorded);
        carried = List.copyOf(carried);
    }
}
