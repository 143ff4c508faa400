package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A wave of hosts that are rebooted.
@Timeout(60)
class RebootInWavesTest extends FailureCase {
    private static final String REBOOT =
            """
              - action: restart
                on: a, b
                where: host.broken
                risk: disrupt
                requires: any(broken)
                timeout: 20s
                run: echo starting > "$HOME/state"
                expects: { reboot: true, back_within: 10m }
                verify: { check: look, that: host.healthy, within: 60s, every: 5s }
            """;

    /// Time goes fifty times as fast; `a` comes back after more than a minute, and is fine again 25
    /// s after that.
    private Rig rebooting(String more, String yes) throws Exception {
        Rig rig = rig("steps:\n" + LOOK + REBOOT + more).answer("restart", yes, "stop");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long begun = System.nanoTime();
        rig.clock(() -> start.plus(Duration.ofNanos((System.nanoTime() - begun) * 50)));
        state(rig, "a", "broken");
        rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
        rig.on(
                RunEvent.Sighted.class,
                4,
                () -> {
                    rig.hosts.bootId("a", "boot-2");
                    rig.hosts.reachable("a");
                });
        return rig;
    }

    private static void fineAfterLooks(Rig rig, int looks) {
        int[] seen = {0};
        rig.on(
                RunEvent.Rebooted.class,
                1,
                () ->
                        rig.eachObservation(() -> {
                            if (++seen[0] == looks) {
                                state(rig, "a", "fine");
                            }
                        }));
    }

    @Test
    void withoutWavesItHas() throws Exception {
        try (Rig rig = rebooting("", "y a")) {
            fineAfterLooks(rig, 1);
            assertThat(within(rig, 40)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void theProofOfAWaveHasItsTimeFromTheReturnOfItsHost() throws Exception {
        try (Rig rig = rebooting("    batch: 1\n", "y a, b")) {
            state(rig, "b", "broken");
            fineAfterLooks(rig, 1);
            rig.on(RunEvent.WaveProven.class, 1, () -> rig.tell(new OperatorCommand.Leave("seen")));
            within(rig, 40);
            assertThat(rig.events())
                    .filteredOn(RunEvent.WaveProven.class::isInstance)
                    .extracting(event -> ((RunEvent.WaveProven) event).truth())
                    .containsExactly(Truth.TRUE);
        }
    }
}
