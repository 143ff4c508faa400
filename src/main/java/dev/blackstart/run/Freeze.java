package dev.blackstart.run;

import dev.blackstart.runbook.Risk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// A time in which a site wants nothing changed that is riskier than it says.
///
/// @param name such as `year-end`
/// @param allows the greatest risk that may run all the same; empty for none at all
public record Freeze(String name, Optional<Risk> allows, Span span) {
    /// Begins the reason of whoever acts in spite of a freeze.
    public static final String BREAK_GLASS = "break-glass: ";

    /// When it holds.
    public sealed interface Span {
        /// Once.
        record Dates(Instant from, Instant until) implements Span {}

        /// Every week, by the clocks of a zone.
        record Weekly(
                DayOfWeek fromDay, LocalTime from, DayOfWeek untilDay, LocalTime until, ZoneId zone)
                implements Span {}
    }

    /// When it ends, if it holds now.
    public Optional<Instant> until(Instant now) {
        return switch (span) {
            case Span.Dates dates ->
                    now.isBefore(dates.from()) || !now.isBefore(dates.until())
                            ? Optional.empty()
                            : Optional.of(dates.until());
            case Span.Weekly weekly -> weekly(weekly, now);
        };
    }

    private static Optional<Instant> weekly(Span.Weekly week, Instant now) {
        ZonedDateTime here = now.atZone(week.zone());
        ZonedDateTime began = last(here, week.fromDay(), week.from());
        ZonedDateTime ended = last(here, week.untilDay(), week.until());
        if (!began.isAfter(ended)) {
            return Optional.empty();
        }
        ZonedDateTime ends =
                ended.toLocalDate().plusWeeks(1).atTime(week.until()).atZone(week.zone());
        return Optional.of(ends.toInstant());
    }

    /// The newest moment of that day and time that is not after another.
    private static ZonedDateTime last(ZonedDateTime now, DayOfWeek day, LocalTime time) {
        ZonedDateTime then = now.with(TemporalAdjusters.previousOrSame(day)).with(time);
        return then.isAfter(now) ? then.minusWeeks(1) : then;
    }

    public boolean forbids(Risk risk) {
        return allows.filter(most -> risk.compareTo(most) <= 0).isEmpty();
    }

    /// Why an action of some risk may not run now, in one sentence; empty when it may.
    public Optional<String> refusal(Risk risk, Instant now) {
        return until(now)
                .filter(end -> forbids(risk))
                .map(end ->
                        "The freeze %s lasts until %s (%s more) and allows %s; whoever must act all the same signs with blackstart approve --break-glass REASON."
                                .formatted(
                                        name,
                                        end.truncatedTo(ChronoUnit.SECONDS),
                                        Words.length(Duration.between(now, end)),
                                        allows.map(most -> "nothing above " + most.word())
                                                .orElse("nothing at all")));
    }

    /// Is this the reason of somebody who acts in spite of a freeze?
    public static boolean broken(String note) {
        return note.startsWith(BREAK_GLASS) && !note.substring(BREAK_GLASS.length()).isBlank();
    }
}
