package dev.blackstart.journal;

import java.util.Arrays;

/// One line of the journal as it is stored; what the hash chain is made of.
///
/// @param at the instant as text, exactly as it was hashed
/// @param json the event, ASCII, on one line
/// @param hash lower-case hex
record Entry(long sequence, String at, byte[] json, String hash) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && sequence == entry.sequence
                && at.equals(entry.at)
                && hash.equals(entry.hash)
                && Arrays.equals(json, entry.json);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
