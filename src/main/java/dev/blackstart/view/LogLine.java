package dev.blackstart.view;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Recorded;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// One entry of the plain log: time, step, host, word; long words go on below, indented.
public record LogLine(String what, String where, String word) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String INDENT = " ".repeat(10);

    /// With fewer columns than this left, the word goes below.
    private static final int ROOM = 36;

    static LogLine of(ActionKey action, String word) {
        return new LogLine(action.step().value(), action.host().value(), word);
    }

    LogLine with(String otherWord) {
        return new LogLine(what, where, otherWord);
    }

    public List<String> at(Recorded recorded, ZoneId zone, int columns) {
        String time = CLOCK.withZone(zone).format(recorded.at()) + "  ";
        String place =
                Width.pad(Escaped.line(what), 16)
                        + "  "
                        + (where.isEmpty() ? "" : Width.pad(Escaped.line(where), 9) + "  ");
        int hang = Width.of(time + place);
        if (columns - hang < ROOM && hang + Width.of(Escaped.line(word)) > columns) {
            hang = INDENT.length();
        }
        List<String> words = Wrapped.lines(word, columns - hang);
        List<String> lines = new ArrayList<>();
        if (hang < Width.of(time + place)) {
            lines.add((time + place).stripTrailing());
        }
        for (String line : words) {
            lines.add((lines.isEmpty() ? time + place : " ".repeat(hang)) + line);
        }
        return List.copyOf(lines);
    }
}
