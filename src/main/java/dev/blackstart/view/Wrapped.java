package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// A sentence broken at blanks into lines of at most so many columns; a word longer than a line is
/// cut hard.
public final class Wrapped {
    private Wrapped() {}

    public static List<String> lines(String raw, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Escaped.line(raw).split(" ", -1)) {
            for (String piece : pieces(word, columns)) {
                if (!line.isEmpty() && Width.of(line.toString()) + 1 + Width.of(piece) > columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    /// Broken exactly at the column, blanks kept; every line but the first begins with the mark.
    static List<String> hard(String shown, int columns, String mark) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int point : shown.codePoints().toArray()) {
            int wide = Width.of(Character.toString(point));
            if (used + wide > columns) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(mark);
                used = Width.of(mark);
            }
            line.appendCodePoint(point);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String word, int columns) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int point : word.codePoints().toArray()) {
            String next = Character.toString(point);
            if (Width.of(piece + next) > columns) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(next);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
