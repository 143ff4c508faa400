package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockFramesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunEvent WAITED = new RunEvent.Paused("something");
    private static final RunEvent SEEN =
            new RunEvent.Answered(
                    new StepId("look"), new FindingName("lit"), "yes", new Person("anna"));

    private final List<Recorded> events = new ArrayList<>();

    private void add(int seconds, RunEvent event) {
        events.add(
                new Recorded(
                        RunId.of(0, 0, 1),
                        events.size() + 1,
                        START.plusSeconds(seconds),
                        "",
                        event));
    }

    private List<Long> seconds() {
        return ClockFrames.last(events).stream()
                .map(it -> Duration.between(START, it.at()).toSeconds())
                .toList();
    }

    @Test
    void whereNoClockWasMovedEveryInstantStays() {
        add(0, WAITED);
        add(7, SEEN);
        assertThat(ClockFrames.last(events)).isEqualTo(events);
    }

    @Test
    void aClockSetForwardTakesWaitingAlongAndLetsFindingsAge() {
        add(0, WAITED);
        add(1, SEEN);
        add(3_602, new RunEvent.ClockJumped(Duration.ofHours(1), List.of()));
        add(3_610, WAITED);
        assertThat(seconds()).containsExactly(3_600L, 1L, 3_602L, 3_610L);
    }

    @Test
    void aClockSetBackMakesNothingYounger() {
        add(0, WAITED);
        add(1, SEEN);
        add(-3_598, new RunEvent.ClockJumped(Duration.ofHours(-1), List.of()));
        assertThat(seconds()).containsExactly(-3_600L, -3_599L, -3_598L);
    }

    @Test
    void movesAddUp() {
        add(0, WAITED);
        add(0, SEEN);
        add(100, new RunEvent.ClockJumped(Duration.ofSeconds(100), List.of()));
        add(40, new RunEvent.ClockJumped(Duration.ofMinutes(-1), List.of()));
        assertThat(seconds()).containsExactly(40L, -60L, 40L, 40L);
    }
}
