package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a run may be said to have ended.
class VerdictTest {
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
    void aWaitInVainThatAPersonGoesPastIsNoRecovery() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - wait: until_healthy
                                    check: look
                                    until: all(healthy)
                                    every: 100ms
                                    within: 1s
                                """)
                        .answer("act", "y")
                        .answer("until_healthy", "skip")) {
            state(rig, "a", "broken");
            assertThat(within(rig, 8)).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aManualStepLeftUndoneIsNotNotNeeded() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - manual: repair
                    instructions: Repair it.
                """)
                        .answer("repair", "skip")) {
            assertThat(within(rig, 8)).isNotEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
        }
    }

    @Test
    void aManualRepairThatIsProvenRecovers() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - manual: repair
                                    instructions: Repair it.
                                    verify: { check: look, that: all(healthy), within: 3s, every: 100ms }
                                """)
                        .answer("repair", "done")) {
            state(rig, "a", "broken");
            rig.onGate(gate -> state(rig, "a", "fine"));
            assertThat(within(rig, 8)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aSnapshotAloneIsNoRecoveryWhenTheCureWasRefused() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: cure
                                    on: a
                                    risk: disrupt
                                    requires: all(broken)
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - snapshot: copy
                                    on: a
                                    run: echo x > [=artifact]
                                    timeout: 20s
                                """)
                        .answer("copy", "y")) {
            state(rig, "a", "broken");
            assertThat(within(rig, 8)).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }
}
