package dev.blackstart.view;

import java.util.List;
import java.util.Map;

/// Lines for a terminal without Unicode. This program's own signs have a stand-in; every other
/// character is shown by its code, so that nothing a host says or will be told is hidden. What gets
/// too long is broken, with its margin.
final class Ascii {
    private static final Map<Integer, String> SIGNS =
            Map.ofEntries(
                    Map.entry((int) '·', "-"),
                    Map.entry((int) '│', "|"),
                    Map.entry((int) '↳', ">"),
                    Map.entry((int) '…', "~"),
                    Map.entry((int) '–', "-"),
                    Map.entry((int) '×', "x"),
                    Map.entry((int) '←', "<"),
                    Map.entry((int) '→', ">"),
                    Map.entry((int) '’', "'"),
                    Map.entry((int) '◌', "o"));

    private Ascii() {}

    static List<String> lines(String line, int columns) {
        StringBuilder ascii = new StringBuilder();
        line.codePoints().forEach(point -> ascii.append(shown(point)));
        String roomy = line.contains("…") ? ascii.toString().replace("~", "...") : "";
        if (!roomy.isEmpty() && !line.contains("~") && roomy.length() <= columns) {
            return List.of(roomy);
        }
        if (ascii.length() <= columns) {
            return List.of(ascii.toString());
        }
        return Wrapped.hard(ascii.toString(), columns, margin(ascii.toString()));
    }

    private static String shown(int point) {
        if (point < 0x7f) {
            return Character.toString(point);
        }
        if (point >= 0x2400 && point <= 0x241f) {
            return "^" + (char) (point - 0x2400 + '@');
        }
        return SIGNS.getOrDefault(point, String.format("<U+%04X>", point));
    }

    /// What every further piece begins with: the blanks before the line, and the margin of hosts.
    private static String margin(String line) {
        String blanks = line.substring(0, line.length() - line.stripLeading().length());
        String indent = blanks.length() > 20 ? "  " : blanks;
        return line.startsWith("| ", blanks.length()) ? indent + "| > " : indent + "  ";
    }
}
