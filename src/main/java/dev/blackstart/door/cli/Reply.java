package dev.blackstart.door.cli;

/// What came of asking a person for a line.
sealed interface Reply {
    /// Ended with Enter; blanks around it are gone.
    record Line(String text) implements Reply {}

    /// The screen must be drawn anew first: Ctrl-L, or another size.
    ///
    /// @param draft what was typed so far
    record Again(String draft) implements Reply {}

    /// The input has ended, or nobody waits for the line any more.
    ///
    /// @param typed what stood in the line then
    record Closed(String typed) implements Reply {
        Closed() {
            this("");
        }
    }
}
