package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cures are ended by somebody's yes or not at all.
class ReleaseTest {
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
    void aReleaseThatCannotBeRenderedDoesNotKeepTheRunFromEnding() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    release: { run: "echo [=hosts.gone.address]", after: next }
                  - action: next
                    on: a
                    risk: mutate
                    run: echo next >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")
                        .answer("next", "y")) {
            assertThat(within(rig, 8)).isInstanceOf(RunEnd.Closed.class);
        }
    }

    @Test
    void aReleaseIsNotSentAfterARestartWithoutAPerson() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    release: { run: 'echo released >> "$HOME/effects"', after: next }
                  - action: next
                    on: a
                    risk: mutate
                    run: echo next >> "$HOME/effects"
                    timeout: 20s
                  - manual: tell
                    instructions: Tell.
                """)
                        .answer("act", "y")
                        .answer("next", "y")) {
            rig.atSettled("next", () -> rig.tell(new OperatorCommand.Leave("killed")));
            assertThat(within(rig, 8)).isInstanceOf(RunEnd.Left.class);
            List<String> before = rig.effects("a");
            rig.resume();
            assertThat(rig.effects("a")).as("before: " + before).doesNotContain("released");
        }
    }

    @Test
    void aReleaseIsNotSentAfterAKillWithoutAPerson() throws Exception {
        try (Rig rig = releasing()) {
            rig.atSettled(
                    "next",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.atSettled("next", () -> {});
            assertThat(rig.effects("a")).containsExactly("acted", "next");
            rig.resume();
            assertThat(rig.effects("a")).doesNotContain("released");
        }
    }

    @Test
    void anAbortSendsNothing() throws Exception {
        try (Rig rig = releasing()) {
            rig.atSettled(
                    "next",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.atSettled("next", () -> {});
            rig.onResume(() -> rig.tell(new OperatorCommand.Stop(new Person("anna"), "abort")));
            rig.resume();
            assertThat(rig.effects("a")).doesNotContain("released");
        }
    }

    private Rig releasing() throws Exception {
        return rig("""
        steps:
          - action: act
            on: a
            risk: mutate
            run: echo acted >> "$HOME/effects"
            timeout: 20s
            release: { run: 'echo released >> "$HOME/effects"', after: next }
          - action: next
            on: a
            risk: mutate
            run: echo next >> "$HOME/effects"
            timeout: 20s
          - manual: tell
            instructions: Tell.
        """)
                .answer("act", "y")
                .answer("next", "y");
    }
}
