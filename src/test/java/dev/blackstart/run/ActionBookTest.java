package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of a sending, so that the host can be asked about it later.
class ActionBookTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private static final ActionKey ACTION = new ActionKey(new StepId("cure"), new HostName("a"), 1);

    private final RunState state = new RunState();
    private long sequence;

    private void add(long second, RunEvent event) {
        sequence++;
        state.apply(
                new Recorded(RunId.of(1, 1, 1), sequence, START.plusSeconds(second), "", event));
    }

    private void dispatched() {
        add(
                1,
                new RunEvent.Observed(
                        new StepId("look"), ACTION.host(), ScriptedRun.seen(Map.of())));
        add(2, new RunEvent.Dispatched(ACTION, Purpose.ACT, "nonce", "digest", new GateId(1)));
    }

    private ActionProgress progress() {
        return state.actions().of(ACTION, Purpose.ACT).orElseThrow();
    }

    @Test
    void untilItIsSeenWhereItWasSentTheBootIsTheOneBefore() {
        dispatched();
        assertThat(progress().bootId()).contains("boot-1");
        add(3, new RunEvent.Sent(ACTION, Purpose.ACT, Optional.empty()));
        assertThat(progress().bootId()).contains("boot-1");
    }

    @Test
    void theBootItWasSentToCounts() {
        dispatched();
        add(3, new RunEvent.Sent(ACTION, Purpose.ACT, Optional.of("boot-2")));
        assertThat(progress().bootId()).contains("boot-2");
    }

    @Test
    void aClockSetForwardMayBeTimeThatWentBy() {
        add(1, new RunEvent.ClockJumped(Duration.ofHours(5), List.of()));
        dispatched();
        assertThat(age(12)).isEqualTo(Duration.ofSeconds(10));
        add(12, new RunEvent.ClockJumped(Duration.ofHours(1), List.of()));
        add(12, new RunEvent.ClockJumped(Duration.ofHours(-2), List.of()));
        assertThat(age(12)).isEqualTo(Duration.ofHours(1).plusSeconds(10));
    }

    private Duration age(long second) {
        return state.actions().mostAge(progress(), START.plusSeconds(second));
    }
}
