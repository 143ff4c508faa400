package dev.blackstart.view;

import java.util.List;
import java.util.stream.Collectors;

/// Text put into Markdown so that it stays text: no markup, no HTML, no links.
final class Markdown {
    private static final String MARKUP = "\\`*_{}[]#!|~";

    private Markdown() {}

    /// One line of text.
    static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        for (int point : Escaped.line(raw).codePoints().toArray()) {
            if (MARKUP.indexOf(point) >= 0) {
                safe.append('\\').appendCodePoint(point);
            } else if (point == '<' || point == '>' || point == '&' || point == '@') {
                safe.append(entity(point));
            } else {
                safe.appendCodePoint(point);
            }
        }
        return safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
    }

    private static String entity(int point) {
        return switch (point) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> "&#" + point + ";";
        };
    }

    /// Lines as an indented block, in which Markdown knows no markup.
    static String block(List<String> lines) {
        return lines.stream()
                .map(line -> ("    " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
