package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// A sentence of this tool broken at blanks, for a screen of so many columns.
public final class Paragraph {
    private Paragraph() {}

    public static List<String> lines(String words, int columns) {
        return Wrapped.lines(words, columns);
    }

    /// The same for a line that may hold a path or a command to be copied: no word is ever cut, and
    /// what is indented stays as it is.
    public static List<String> flowing(String line, int columns) {
        if (Width.of(line) <= columns || line.startsWith(" ")) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String word : line.split(" ", -1)) {
            if (!open.isEmpty() && Width.of(open + " " + word) > columns) {
                lines.add(open.toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : " ").append(word);
        }
        lines.add(open.toString());
        return List.copyOf(lines);
    }
}
