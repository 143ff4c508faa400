package dev.blackstart.view;

import java.util.List;

/// A sentence of this tool broken at blanks, for a screen of so many columns.
public final class Paragraph {
    private Paragraph() {}

    public static List<String> lines(String words, int columns) {
        return Wrapped.lines(words, columns);
    }
}
