package dev.blackstart.proof.power;

import java.util.SortedMap;

/// What the real code made of a crashed journal.
sealed interface Found {
    /// @param heads newest event of each run, `SEQUENCE HASH`; the hash vouches for all before it
    /// @param digest over the content of every table
    record Healthy(SortedMap<String, String> heads, long events, String digest) implements Found {}

    record Refused(String reason) implements Found {}
}
