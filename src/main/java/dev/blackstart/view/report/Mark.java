package dev.blackstart.view.report;

import java.util.Locale;

/// What a cell of the matrix says at one look; a sign and a word, never a colour alone.
enum Mark {
    GOOD,
    BAD,
    /// nobody knows
    OPEN,
    /// held back by the evidence
    HELD,
    /// there was nothing to do
    NONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
