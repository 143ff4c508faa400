package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// A reason of several lines, such as an unknown host key with the line that pins it. It stands at
/// full width below a table or a log line; what is to be pasted, which begins with two blanks, is
/// never broken.
record LongReason(String text) {
    private static final String INDENT = "  ";
    private static final String PIN = "host_key: ";

    static boolean is(String reason) {
        return reason.contains("\n");
    }

    List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.addAll(shown(line, columns - INDENT.length())));
        return lines.stream().map(line -> INDENT + line).toList();
    }

    private static List<String> shown(String line, int columns) {
        if (!line.startsWith(INDENT)) {
            return Wrapped.lines(line, columns);
        }
        List<String> lines = new ArrayList<>(List.of(Escaped.line(line)));
        if (line.strip().startsWith(PIN)) {
            lines.addAll(
                    Wrapped.lines(
                            "(where the host's entry stands inside { }, write host_key: \"…\" there,"
                                    + " with the quotes)",
                            columns));
        }
        return lines;
    }
}
