package dev.blackstart.view;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Recorded;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// One entry of the plain log: time, step, host, word; long words go on below, indented.
record LogLine(String what, String where, String word) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String INDENT = " ".repeat(10);

    static LogLine of(ActionKey action, String word) {
        return new LogLine(action.step().value(), action.host().value(), word);
    }

    List<String> at(Recorded recorded, ZoneId zone, int columns) {
        String time = CLOCK.withZone(zone).format(recorded.at()) + "  ";
        String place =
                Width.pad(Escaped.line(what), 16)
                        + "  "
                        + (where.isEmpty() ? "" : Width.pad(Escaped.line(where), 9) + "  ");
        List<String> words = Wrapped.lines(word, columns - INDENT.length());
        String first = words.isEmpty() ? "" : words.getFirst();
        if (words.size() == 1 && Width.of(time + place + first) <= columns) {
            return List.of(time + place + first);
        }
        List<String> lines = new ArrayList<>();
        lines.add((time + place).stripTrailing());
        words.forEach(line -> lines.add(INDENT + line));
        return List.copyOf(lines);
    }
}
