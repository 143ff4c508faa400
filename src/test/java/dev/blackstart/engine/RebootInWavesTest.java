package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A wave of hosts that are rebooted.
@Timeout(180)
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

    private static final String TOUCH =
            """
              - action: touch
                on: nodes
                where: host.broken
                risk: mutate
                timeout: 20s
                run: echo fine > "$HOME/state"; echo touched >> "$HOME/effects"
                batch: 2
                verify: { check: look, that: host.healthy, within: 10s, every: 100ms }
            """;

    /// Three broken hosts in waves of two; so many of the first wave go down by themselves.
    private Rig goingDown(int hosts, String... answers) throws Exception {
        Rig rig = rig("steps:\n" + LOOK + TOUCH).answer("touch", answers);
        List<String> names = List.of("a", "b", "c");
        for (String host : names) {
            state(rig, host, "broken");
        }
        rig.on(
                RunEvent.Sent.class,
                2,
                () -> names.subList(0, hosts).forEach(host -> rig.hosts.bootId(host, "boot-2")));
        return rig;
    }

    @Test
    void moreThanOneHostThatGoesDownByItselfStopsTheWaves() throws Exception {
        try (Rig rig = goingDown(2, "y", "stop")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.gates.getLast().headline())
                    .contains("2 hosts rebooted and nobody had asked for it");
            assertThat(rig.gates.getLast().fallback()).isEqualTo("stop");
            assertThat(rig.effects("c")).isEmpty();
        }
    }

    @Test
    void aPersonMaySendTheNextWaveAllTheSame() throws Exception {
        try (Rig rig = goingDown(2, "y", "rest", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("c")).containsExactly("touched");
        }
    }

    @Test
    void oneHostThatGoesDownByItselfStopsNoWave() throws Exception {
        try (Rig rig = goingDown(1, "y", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("c")).containsExactly("touched");
        }
    }

    @Test
    void withoutWavesItHas() throws Exception {
        try (Rig rig = rebooting("", "y a")) {
            fineAfterLooks(rig, 1);
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void theProofOfAWaveHasItsTimeFromTheReturnOfItsHost() throws Exception {
        try (Rig rig = rebooting("    batch: 1\n", "y a, b")) {
            state(rig, "b", "broken");
            fineAfterLooks(rig, 1);
            rig.on(RunEvent.WaveProven.class, 1, () -> rig.tell(new OperatorCommand.Leave("seen")));
            within(rig, 60);
            assertThat(rig.events())
                    .filteredOn(RunEvent.WaveProven.class::isInstance)
                    .extracting(event -> ((RunEvent.WaveProven) event).truth())
                    .containsExactly(Truth.TRUE);
        }
    }
}
