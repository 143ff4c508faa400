package dev.blackstart.view;

import java.util.List;
import java.util.stream.Collectors;

/// Text put into Markdown so that it stays text: no markup, no HTML, no links.
public final class Markdown {
    private static final String MARKUP = "\\`*_{}[]#!|~";
    private static final String BLOCK = "    ";

    private Markdown() {}

    /// One line of text.
    public static String text(String raw) {
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
        return begun(safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;"));
    }

    /// A text that begins like a list, a heading's underline or a rule is none.
    private static String begun(String safe) {
        String bare = safe.stripLeading();
        if (bare.matches("([-+]|[-=]+)(\\s.*)?")) {
            return "\\" + bare;
        }
        return bare.matches("[0-9]{1,9}[.)](\\s.*)?") ? bare.replaceFirst("[.)]", "\\\\$0") : bare;
    }

    /// The lines of a text, each made safe. What begins with two blanks is to be copied, and stands
    /// as code, in which Markdown knows no markup.
    public static String lines(String raw) {
        return Escaped.lines(raw, Integer.MAX_VALUE).stream()
                .map(line ->
                        line.startsWith("  ") && !line.contains("`") && !line.isBlank()
                                ? "`" + line.strip() + "`"
                                : text(line))
                .collect(Collectors.joining("\n"));
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
    public static String block(List<String> lines) {
        return lines.stream()
                .map(line -> (BLOCK + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
