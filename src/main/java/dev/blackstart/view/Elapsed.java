package dev.blackstart.view;

import java.time.Duration;
import java.time.Instant;

/// Lengths of time as people say them: `0 s`, `48 s`, `3 min`, `2 h 5 min`, `4 d`.
public final class Elapsed {
    private Elapsed() {}

    public static String shown(Duration length) {
        Duration positive = length.isNegative() ? Duration.ZERO : length;
        long seconds = positive.toSeconds();
        if (seconds < 100) {
            return seconds + " s";
        }
        if (seconds < 100 * 60) {
            return (seconds + 30) / 60 + " min";
        }
        if (positive.toHours() < 48) {
            return positive.toHours()
                    + " h"
                    + (positive.toMinutesPart() == 0
                            ? ""
                            : " " + positive.toMinutesPart() + " min");
        }
        return positive.toDays() + " d";
    }

    /// With tenths of a second below ten seconds: how long a command took.
    public static String exact(Duration length) {
        if (length.compareTo(Duration.ofSeconds(10)) >= 0) {
            return shown(length);
        }
        long tenths = length.toMillis() / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    static String ago(Instant at, Instant now) {
        return shown(Duration.between(at, now)) + " ago";
    }
}
