package dev.blackstart.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A time of day where the reader is, with the name of the zone, and in UTC when that is another.
public final class Clocks {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private Clocks() {}

    /// Such as `04:30:00 CET, 03:30:00 UTC`.
    public static String both(Instant at, ZoneId zone) {
        String utc = CLOCK.withZone(ZoneOffset.UTC).format(at) + " UTC";
        return utc(at, zone) ? utc : ZONED.withZone(zone).format(at) + ", " + utc;
    }

    /// With the day before it when that is not today's, and how long ago.
    public static String since(Instant at, Instant now, ZoneId zone) {
        String day = day(at, zone);
        return (day.equals(day(now, zone)) ? "" : day + " ")
                + both(at, zone)
                + ", "
                + Elapsed.ago(at, now);
    }

    /// What the times of day without a zone that follow mean, such as `2026-03-29, times are CEST:
    /// 04:30:00 here is 02:30:00 UTC`.
    static String heading(Instant at, ZoneId zone) {
        if (utc(at, zone)) {
            return day(at, zone) + ", times are UTC";
        }
        return "%s, times are %s: %s here is %s UTC"
                .formatted(
                        day(at, zone),
                        DateTimeFormatter.ofPattern("z", Locale.ENGLISH).withZone(zone).format(at),
                        CLOCK.withZone(zone).format(at),
                        CLOCK.withZone(ZoneOffset.UTC).format(at));
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.withZone(zone).format(at);
    }

    private static boolean utc(Instant at, ZoneId zone) {
        return zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
    }
}
