package dev.blackstart.reading.shape;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as people write them: `500ms`, `90s`, `5m`, `1h30m`, `30d`.
public final class Durations {
    /// The same in a form that JSON Schema understands.
    public static final String PATTERN =
            "^(?=.)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?$";

    private static final Pattern PARTS = Pattern.compile(PATTERN);

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofDays(number(parts.group(1), 1))
                        .plusHours(number(parts.group(2), 1))
                        .plusMinutes(number(parts.group(3), 1))
                        .plusSeconds(number(parts.group(4), 1))
                        .plusMillis(number(parts.group(5), 2)));
    }

    /// As it would be written: the largest units first, no zero parts.
    public static String show(Duration length) {
        StringBuilder text = new StringBuilder();
        part(text, length.toDays(), "d");
        part(text, length.toHoursPart(), "h");
        part(text, length.toMinutesPart(), "m");
        part(text, length.toSecondsPart(), "s");
        part(text, length.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String part, int unit) {
        return part == null ? 0 : Long.parseLong(part.substring(0, part.length() - unit));
    }
}
