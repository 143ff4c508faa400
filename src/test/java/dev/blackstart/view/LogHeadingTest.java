package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a time of day in the log means is told before the first one, and when it changes.
class LogHeadingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> above(LogHeading heading, String at) {
        Recorded recorded =
                new Recorded(
                        RunId.of(1, 1, 1),
                        1,
                        Instant.parse(at),
                        "",
                        new RunEvent.WheelDeclined(new Person("bo")));
        return heading.above(List.of("a line"), recorded, 80);
    }

    @Test
    void itIsToldOnceADayAndWhenTheClocksAreSet() {
        LogHeading heading = new LogHeading(BERLIN);
        assertThat(above(heading, "2026-10-24T23:30:00Z"))
                .containsExactly(
                        "2026-10-25, times are CEST: 01:30:00 here is 23:30:00 UTC", "a line");
        assertThat(above(heading, "2026-10-25T00:30:00Z")).containsExactly("a line");
        assertThat(above(heading, "2026-10-25T01:30:00Z"))
                .containsExactly(
                        "2026-10-25, times are CET: 02:30:00 here is 01:30:00 UTC", "a line");
        assertThat(above(heading, "2026-10-25T23:30:00Z")).hasSize(2);
    }

    @Test
    void utcNeedsNoSecondTime() {
        assertThat(above(new LogHeading(ZoneOffset.UTC), "2026-10-24T23:30:00Z"))
                .containsExactly("2026-10-24, times are UTC", "a line");
    }

    @Test
    void sinceNamesTheZoneAndTheDayWhenItIsAnother() {
        Instant at = Instant.parse("2026-03-04T22:12:00Z");
        assertThat(Clocks.since(at, at.plusSeconds(60), BERLIN))
                .isEqualTo("23:12:00 CET, 22:12:00 UTC, 60 s ago");
        assertThat(Clocks.since(at, at.plusSeconds(7200), BERLIN))
                .isEqualTo("2026-03-04 23:12:00 CET, 22:12:00 UTC, 2 h ago");
    }
}
