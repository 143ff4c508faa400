package dev.blackstart.engine;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the real engine on made hosts share: three hosts with a state, and a deadline.
abstract class EngineCase {
    static final String HEAD =
            """
            runbook: test
            title: A test
            """;

    @TempDir Path folder;

    Rig rig(String yaml, String... files) throws Exception {
        Rig rig = new Rig(folder, HEAD + yaml, files);
        for (String host : new String[] {"a", "b", "c"}) {
            state(rig, host, "fine");
        }
        return rig;
    }

    static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void state(Rig rig, String host, String state) throws IOException {
        Files.writeString(rig.hosts.home(host).resolve("state"), state + "\n");
    }

    static StepOutcome outcome(Rig rig, String step) throws Exception {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }

    /// Ends within the time or fails, and leaves the run so that the JVM can go on.
    static RunEnd within(Rig rig, int seconds) throws Exception {
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
            throw new AssertionError(
                    "the run did not end within %d s: %s"
                            .formatted(
                                    seconds,
                                    rig.events().stream()
                                            .map(it -> it.getClass().getSimpleName())
                                            .toList()));
        }
    }

    static final String LOOK =
            """
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"', sick: 'lines[0] == "sick"', healthy: 'lines[0] == "fine"' }
            """;
}
