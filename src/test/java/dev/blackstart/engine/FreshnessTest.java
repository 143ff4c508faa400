package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How old evidence may be, and how long it may take.
class FreshnessTest {
    private static final String HEAD =
            """
            runbook: test
            title: A test
            """;

    @TempDir Path folder;

    private Rig rig(String yaml, String... files) throws Exception {
        Rig rig = new Rig(folder, HEAD + yaml, files);
        for (String host : new String[] {"a", "b", "c"}) {
            state(rig, host, "fine");
        }
        return rig;
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void state(Rig rig, String host, String state) throws IOException {
        Files.writeString(rig.hosts.home(host).resolve("state"), state + "\n");
    }

    private static StepOutcome outcome(Rig rig, String step) throws Exception {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }

    /// Ends within the time or fails, and leaves the run so that the JVM can go on.
    private static RunEnd within(Rig rig, int seconds) throws Exception {
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        end.complete(rig.open());
                    } catch (Throwable e) {
                        end.completeExceptionally(e);
                    }
                });
        try {
            return end.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            rig.tell(new OperatorCommand.Leave("the test gave up"));
            int events = rig.events().size();
            throw new AssertionError(
                    "the run did not end within " + seconds + " s; " + events + " events");
        }
    }

    private static final String LOOK =
            """
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"', sick: 'lines[0] == "sick"', healthy: 'lines[0] == "fine"' }
            """;

    @Test
    void evidenceThatAgesFasterThanItIsTakenDoesNotHangTheRun() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: link
                    on: a
                    run: sleep 3
                    timeout: 10s
                    fresh_for: 1s
                    findings: { usable: exit == 0 }
                  - check: gate
                    on: a
                    admissible: host.usable
                    run: sleep 1.5
                    timeout: 10s
                    fresh_for: 1s
                    findings: { answers: exit == 0 }
                  - action: act
                    on: a
                    when: any(answers)
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            assertThat(within(rig, 25)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void whetherALaterCheckIsNeededIsJudgedOnEvidenceFromAfterTheAction() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo broken > "$HOME/state"
                                    timeout: 20s
                                  - check: deep
                                    on: a
                                    when: any(broken)
                                    run: echo looked >> "$HOME/effects"
                                    timeout: 10s
                                    findings: { deep_ok: exit == 0 }
                                """)
                        .answer("act", "y")) {
            within(rig, 8);
            assertThat(outcome(rig, "deep")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void aHungHostDoesNotDelayAProofThatNeedsAnyHost() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: look
                    on: nodes
                    run: '[ "$HOST" != c ] || sleep 60; cat "$HOME/state"'
                    timeout: 6s
                    findings: { healthy: 'lines[0] == "fine"' }
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    verify: { check: look, that: any(healthy), within: 10s, every: 100ms }
                """)
                        .answer("act", "y")) {
            long begun = System.nanoTime();
            assertThat(within(rig, 30)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatAnEstablishedVerdictRestsOnIsLookedAtAgainBeforeSomethingDisruptiveIsSent()
            throws Exception {
        try (Rig rig =
                rig("""
                hypotheses:
                  broken_is_cause:
                    says: It is broken.
                    confirmed_by: [ any(broken) ]
                    refuted_by: [ none(broken) ]
                steps:
                """
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    requires: established.broken_is_cause
                                    risk: disrupt
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("act", "y a")) {
            state(rig, "b", "broken");
            rig.onGate(gate -> {
                state(rig, "b", "fine");
                rig.hosts.bootId("b", "boot-2");
            });
            within(rig, 8);
            assertThat(rig.effects("a"))
                    .as("b was rebooted and is fine; nothing was looked at after the yes")
                    .isEmpty();
        }
    }

    @Test
    void bootIdsThatFlapDoNotHangTheRun() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: one
                    on: a
                    run: "true"
                    timeout: 10s
                    findings: { one_ok: exit == 0 }
                  - check: two
                    on: a
                    run: sleep 0.2
                    timeout: 10s
                    findings: { two_ok: exit == 0 }
                  - action: act
                    on: a
                    when: any(one_ok) && any(two_ok)
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            int[] n = {0};
            rig.eachObservation(() -> rig.hosts.bootId("a", "boot-" + (++n[0] % 2)));
            assertThat(within(rig, 10)).isInstanceOf(RunEnd.Closed.class);
        }
    }
}
