package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Actions that take their host away on purpose: it is waited for, and then asked for its proof.
class ExpectsTest extends EngineCase {
    private static final String REBOOT =
            """
            steps:
            """
                    + LOOK
                    + """
                      - action: restart
                        on: a
                        where: host.broken
                        risk: disrupt
                        requires: any(broken)
                        timeout: 20s
                        run: echo fine > "$HOME/state"; echo restarted >> "$HOME/effects"
                        expects: { %s }
                        verify: { check: look, that: host.healthy, within: 30s, every: 100ms }
                    """;

    /// Time goes fifty times as fast as it does.
    private Rig fast(String expects) throws Exception {
        Rig rig = rig(REBOOT.formatted(expects));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long begun = System.nanoTime();
        rig.clock(() -> start.plus(Duration.ofNanos((System.nanoTime() - begun) * 50)));
        state(rig, "a", "broken");
        return rig;
    }

    private static <E extends RunEvent> List<E> events(Rig rig, Class<E> kind) throws Exception {
        return rig.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void waitsUntilTheHostIsBackWithAnotherBootId() throws Exception {
        try (Rig rig = fast("reboot: true, back_within: 5m").answer("restart", "y a")) {
            rig.hosts.loseAfter("a", "restarted");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            rig.on(
                    RunEvent.Sighted.class,
                    3,
                    () -> {
                        rig.hosts.bootId("a", "boot-2");
                        rig.hosts.reachable("a");
                    });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("restarted");
            assertThat(events(rig, RunEvent.ReceiptRead.class)).isEmpty();
            assertThat(rig.gates).hasSize(1);
            assertThat(events(rig, RunEvent.Rebooted.class))
                    .containsExactly(
                            new RunEvent.Rebooted(
                                    new HostName("a"),
                                    "boot-1",
                                    "boot-2",
                                    Optional.of(new StepId("restart")),
                                    true));
        }
    }

    @Test
    void aCommandThatEndsWellBeforeTheHostGoesDownIsWaitedForToo() throws Exception {
        try (Rig rig = fast("reboot: true, back_within: 5m").answer("restart", "y a")) {
            rig.on(RunEvent.Sighted.class, 2, () -> rig.hosts.bootId("a", "boot-2"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(events(rig, RunEvent.Sighted.class)).hasSize(3);
        }
    }

    @Test
    void aHostThatKeepsItsBootIdDidNotReboot() throws Exception {
        try (Rig rig = fast("reboot: true, back_within: 20s").answer("restart", "y a", "skip")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.gates.get(1).why().toString()).contains("did not reboot within 20 s");
            assertThat(outcome(rig, "restart")).isEqualTo(StepOutcome.FAILED);
        }
    }

    @Test
    void aHostThatIsNotBackInTimeIsAPersonsQuestionAndMayBeWaitedForAgain() throws Exception {
        try (Rig rig = fast("reboot: true, back_within: 20s").answer("restart", "y a", "again")) {
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            rig.onGate(gate -> {
                if (rig.gates.size() == 1) {
                    rig.hosts.bootId("a", "boot-2");
                    rig.hosts.reachable("a");
                }
            });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates.get(1).headline()).startsWith("Not every host came back in time");
        }
    }

    @Test
    void whatWasLostAndIsNotBackStaysUnknown() throws Exception {
        try (Rig rig = fast("reboot: true, back_within: 20s").answer("restart", "y a", "stop")) {
            rig.hosts.loseAfter("a", "restarted");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            assertThat(rig.gates.get(1).headline()).contains("outcome unknown");
        }
    }

    @Test
    void aLostConnectionThatWasExpectedIsFollowedByTheReceipt() throws Exception {
        try (Rig rig = fast("disconnect: true, back_within: 90s").answer("restart", "y a")) {
            rig.hosts.loseAfter("a", "restarted");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            rig.on(RunEvent.Sighted.class, 2, () -> rig.hosts.reachable("a"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("restarted");
            assertThat(rig.gates).hasSize(1);
            assertThat(events(rig, RunEvent.Rebooted.class)).isEmpty();
        }
    }

    @Test
    void aRebootNobodyAskedForIsToldAndVoidsWhatTheHostSaid() throws Exception {
        try (Rig rig = fast("disconnect: true").answer("restart", "y a")) {
            rig.on(RunEvent.Sent.class, 1, () -> rig.hosts.bootId("a", "boot-2"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(events(rig, RunEvent.Rebooted.class))
                    .singleElement()
                    .extracting(RunEvent.Rebooted::during, RunEvent.Rebooted::asked)
                    .containsExactly(Optional.of(new StepId("restart")), false);
        }
    }
}
