package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.GateId;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The wall clock of the machine is set, or the machine sleeps, while a run is open.
class ClockMovedTest extends EngineCase {
    private static final String RUNBOOK =
            """
            steps:
              - action: restart
                on: a
                risk: mutate
                run: echo done >> "$HOME/effects"
                timeout: 20s
            """;

    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    /// Real time, and a wall clock that can be set.
    private ClockReading read() {
        return new ClockReading(
                Instant.now().plus(moved.get()), Duration.ofNanos(System.nanoTime()), "boot 1");
    }

    private static List<RunEvent.ClockJumped> jumps(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.ClockJumped.class::isInstance)
                .map(RunEvent.ClockJumped.class::cast)
                .toList();
    }

    @Test
    void aClockSetForwardClosesTheOpenGateAndNothingIsSent() throws Exception {
        try (Rig rig = rig(RUNBOOK).timepiece(this::read).answer("restart", "y")) {
            rig.onGate(gate -> moved.set(Duration.ofDays(3)));
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.hosts.home("a").resolve("effects")).doesNotExist();
            assertThat(jumps(rig))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.by().minus(Duration.ofDays(3)).abs())
                                .isLessThan(Duration.ofSeconds(5));
                        assertThat(it.ended()).containsExactly(new GateId(1));
                    });
        }
    }

    @Test
    void aClockSetBackByYearsGivesNoMoreTimeAndTakesNone() throws Exception {
        try (Rig rig = rig(RUNBOOK).timepiece(this::read).answer("restart", "y")) {
            rig.onGate(gate -> moved.set(Duration.ofDays(-3652)));
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(jumps(rig))
                    .singleElement()
                    .satisfies(it -> assertThat(it.ended()).isEmpty());
            assertThat(rig.state().gates().gate(new GateId(1)).orElseThrow().expires())
                    .isBefore(Instant.now().minus(Duration.ofDays(3650)));
        }
    }
}
