package dev.blackstart.reading;

import dev.blackstart.run.Freeze;
import dev.blackstart.run.Freeze.Span;
import dev.blackstart.runbook.Risk;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads one freeze of a policy.
record FreezeReader(Entries said, Problems problems) {
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    Optional<Freeze> read() {
        Optional<String> name = said.text("freeze");
        Optional<String> from = said.text("from").filter(FreezeReader::wellFormed);
        Optional<String> until = said.text("until").filter(FreezeReader::wellFormed);
        if (name.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (weekly(from.get()) != weekly(until.get())) {
            problems.error(
                    said.valueAt("until"),
                    "freeze",
                    "`from` and `until` must both be times, or both days of the week");
            return Optional.empty();
        }
        Optional<? extends Span> span =
                weekly(from.get()) ? week(from.get(), until.get()) : dates(from.get(), until.get());
        Optional<Risk> allows = said.text("allows").flatMap(Risk::named);
        return span.map(it -> new Freeze(name.get(), allows, it));
    }

    private static boolean wellFormed(String text) {
        return text.matches(PolicyTables.MOMENT.pattern());
    }

    private static boolean weekly(String moment) {
        return DAYS.contains(moment.substring(0, 3));
    }

    private Optional<Span.Dates> dates(String from, String until) {
        try {
            Span.Dates dates =
                    new Span.Dates(
                            OffsetDateTime.parse(from).toInstant(),
                            OffsetDateTime.parse(until).toInstant());
            if (dates.from().isBefore(dates.until())) {
                return Optional.of(dates);
            }
            problems.error(said.valueAt("until"), "freeze", "`until` must be later than `from`");
        } catch (DateTimeException e) {
            problems.error(
                    said.valueAt("from"),
                    "freeze",
                    "there is no such day or time: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Span.Weekly> week(String from, String until) {
        Optional<ZoneId> zone = zone();
        if (from.equals(until)) {
            problems.error(
                    said.valueAt("until"),
                    "freeze",
                    "`from` and `until` are the same; a week that never thaws is `allows` of the risk");
            return Optional.empty();
        }
        return zone.map(it -> new Span.Weekly(day(from), time(from), day(until), time(until), it));
    }

    private Optional<ZoneId> zone() {
        if (!said.has("zone")) {
            problems.error(
                    said.at("freeze"),
                    "freeze",
                    "a day of the week needs `zone`: whose clocks does it go by? Europe/Berlin or UTC");
            return Optional.empty();
        }
        try {
            return said.text("zone").map(ZoneId::of);
        } catch (DateTimeException e) {
            problems.error(
                    said.valueAt("zone"),
                    "freeze",
                    "this machine knows no such time zone; names are like Europe/Berlin or UTC");
            return Optional.empty();
        }
    }

    private static DayOfWeek day(String moment) {
        return DayOfWeek.of(DAYS.indexOf(moment.substring(0, 3)) + 1);
    }

    private static LocalTime time(String moment) {
        return LocalTime.parse(moment.substring(4));
    }
}
