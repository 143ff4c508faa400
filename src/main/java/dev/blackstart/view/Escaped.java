package dev.blackstart.view;

import java.util.List;
import java.util.stream.Collectors;

/// Text from hosts and files with everything that could fool a reader or a terminal made visible:
/// control characters, escape sequences, direction overrides, invisible characters, piles of
/// combining marks.
public final class Escaped {
    /// More marks than this on one character are counted, not shown.
    private static final int MOST_MARKS = 4;

    /// Four columns stand for a tab, so that a line's width is known.
    private static final String TAB = "    ";

    private final StringBuilder shown = new StringBuilder();
    private final int most;
    private final boolean named;
    private int columns;
    private int marks;

    private Escaped(int most, boolean named) {
        this.most = most;
        this.named = named;
    }

    /// One line; line ends inside are made visible too.
    public static String line(String raw) {
        return line(raw, Integer.MAX_VALUE);
    }

    /// One line of at most so many columns; what is cut off is replaced by `…`.
    public static String line(String raw, int columns) {
        return new Escaped(columns, false).take(raw);
    }

    /// The lines of a text, each at most so many columns wide.
    public static List<String> lines(String raw, int columns) {
        return body(raw).stream().map(line -> line(line, columns)).toList();
    }

    /// The lines as they are; a line end at the end begins no other.
    private static List<String> body(String raw) {
        if (raw.isEmpty()) {
            return List.of();
        }
        String body = raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw;
        return List.of(body.split("\n", -1));
    }

    /// The lines of a text for a page: control characters by their code, such as `<U+001B>`, for
    /// fonts of browsers draw their pictures as empty boxes.
    public static String page(String raw) {
        return body(raw).stream()
                .map(line -> new Escaped(Integer.MAX_VALUE, true).take(line))
                .collect(Collectors.joining("\n"));
    }

    private String take(String raw) {
        int at = 0;
        while (at < raw.length()) {
            int point = raw.codePointAt(at);
            at += Character.charCount(point);
            if (Width.mark(point) && !Glyph.hidden(point)) {
                mark(point);
            } else {
                endMarks();
                if (!put(
                        point == '\t' ? TAB : (named ? Glyph.named(point) : Glyph.shown(point)),
                        at < raw.length())) {
                    return shown.toString();
                }
            }
        }
        endMarks();
        return shown.toString();
    }

    /// Adds a piece; when it does not fit, ends the line with `…` and says false.
    private boolean put(String piece, boolean more) {
        int wide = Width.of(piece);
        if (columns + wide > most - (more ? 1 : 0)) {
            shown.append('…');
            return false;
        }
        shown.append(piece);
        columns += wide;
        return true;
    }

    private void mark(int point) {
        if (shown.isEmpty()) {
            shown.append('◌');
            columns++;
        }
        marks++;
        if (marks <= MOST_MARKS) {
            shown.appendCodePoint(point);
        }
    }

    private void endMarks() {
        if (marks > MOST_MARKS) {
            put("<+" + (marks - MOST_MARKS) + " marks>", true);
        }
        marks = 0;
    }
}
