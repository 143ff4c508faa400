package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// A sentence broken at blanks into lines of at most so many columns; a word longer than a line is cut hard.
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(String raw, int columns) {
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
