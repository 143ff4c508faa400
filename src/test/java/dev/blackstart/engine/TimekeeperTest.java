package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimekeeperTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration UP = Duration.ofHours(30);

    private ClockReading shown = new ClockReading(START, UP, "boot 1");
    private final Timekeeper timekeeper = new Timekeeper(() -> shown);

    private void pass(Duration monotonic, Duration wall) {
        shown =
                new ClockReading(
                        shown.wall().plus(wall), shown.monotonic().plus(monotonic), shown.boot());
    }

    private void pass(Duration both) {
        pass(both, both);
    }

    private void set(String by) {
        pass(Duration.ZERO, Duration.parse(by));
    }

    @Test
    void timePassesAsTheMonotonicClockSays() {
        pass(Duration.ofMinutes(2));
        set("PT4S");
        pass(Duration.ofMinutes(1));
        assertThat(timekeeper.instant()).isEqualTo(START.plus(Duration.ofMinutes(3)));
        assertThat(timekeeper.moved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "-PT3H", "P3652D", "-P3652D", "PT5.1S", "-PT5.1S"})
    void aMovedClockIsSeenOnce(String by) {
        pass(Duration.ofMinutes(2));
        set(by);
        assertThat(timekeeper.moved()).contains(Duration.parse(by));
        assertThat(timekeeper.moved()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(timekeeper.moved()).isEmpty();
        assertThat(timekeeper.instant()).isEqualTo(shown.wall());
    }

    @Test
    void aMachineThatSleptLooksLikeOneWhoseClockWasSetForward() {
        pass(Duration.ofSeconds(1), Duration.ofHours(7));
        assertThat(timekeeper.moved()).contains(Duration.ofHours(7).minusSeconds(1));
    }

    @Test
    void betweenTwoProcessesOfOneBootItIsSeenToo() {
        Recorded last = recorded(Optional.of(shown));
        pass(Duration.ofMinutes(10));
        assertThat(new Timekeeper(() -> shown).movedSince(last)).isEmpty();
        set("-PT2H");
        assertThat(new Timekeeper(() -> shown).movedSince(last)).contains(Duration.ofHours(-2));
        set("P1D");
        assertThat(new Timekeeper(() -> shown).movedSince(last)).contains(Duration.ofHours(22));
    }

    @Test
    void overARestartOnlyWhatCannotBeIsSeen() {
        Recorded last = recorded(Optional.of(shown));
        Duration up = Duration.ofMinutes(3);
        shown = new ClockReading(START.plus(Duration.ofHours(9)), up, "boot 2");
        assertThat(new Timekeeper(() -> shown).movedSince(last)).isEmpty();
        shown = new ClockReading(START.minus(Duration.ofDays(3652)), up, "boot 2");
        assertThat(new Timekeeper(() -> shown).movedSince(last))
                .contains(Duration.ofDays(-3652).minus(up));
    }

    @Test
    void anEventWithoutClocksTellsOnlyThatItWasBefore() {
        Recorded last = recorded(Optional.empty());
        set("P1D");
        assertThat(new Timekeeper(() -> shown).movedSince(last)).isEmpty();
        set("-P2D");
        assertThat(new Timekeeper(() -> shown).movedSince(last)).contains(Duration.ofDays(-1));
    }

    private static Recorded recorded(Optional<ClockReading> clock) {
        RunEvent event = new RunEvent.Noted("something");
        return new Recorded(RunId.of(0, 0, 1), 1, START, "", event, clock);
    }
}
