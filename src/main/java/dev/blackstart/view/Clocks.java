package dev.blackstart.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A time of day where the reader is, and in UTC when that is another.
final class Clocks {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Clocks() {}

    static String both(Instant at, ZoneId zone) {
        String utc = CLOCK.withZone(ZoneOffset.UTC).format(at) + " UTC";
        boolean same = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return same ? utc : CLOCK.withZone(zone).format(at) + " here, " + utc;
    }
}
