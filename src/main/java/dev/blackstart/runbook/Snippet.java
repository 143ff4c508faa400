package dev.blackstart.runbook;

/// A text taken from a file, and where each of its characters stands there.
public interface Snippet {
    String text();

    /// Where the text starts.
    default Position start() {
        return at(0);
    }

    /// @param offset index into `text`, 0 to its length
    Position at(int offset);
}
