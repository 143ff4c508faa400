package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real command, killed while its action is at work on a real host, then asked to find out.
class ReconcileCommandTest {
    @TempDir Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void whatRunsOnAfterAKillIsFoundAndItsEndIsTaken() throws Exception {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims = List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"));
        try (RealSshd host =
                RealSshd.start(folder.resolve("sshd"), Keygen.publicPart(key), "ed25519", claims)) {
            write(host);
            kill(start("run", "test", "--yes"));
            assertThat(said(4, "reconcile", "last"))
                    .contains("still running since", "re-attached", "nothing is unknown any more");
            assertThat(folder.resolve("done")).hasContent("once\n");
            assertThat(said(4, "reconcile", "last")).startsWith("Nothing is unknown in run ");
            assertThat(said(0, "resume", "last")).contains("RECOVERED");
            assertThat(folder.resolve("done")).hasContent("once\n");
        }
    }

    private void kill(Process process) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Files.exists(folder.resolve("begun")) || !process.isAlive());
        process.destroyForcibly().onExit().join();
    }

    private void write(RealSshd host) throws IOException {
        Path runbook = Files.createDirectories(folder.resolve("runbooks/test"));
        Files.writeString(
                runbook.resolve("runbook.yaml"),
                """
                runbook: test
                title: A test
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    timeout: 60s
                    run: "echo begun > %1$s/begun; sleep 8; echo once >> %1$s/done"
                """
                        .formatted(folder));
        Files.writeString(folder.resolve("runbooks/inventory.yaml"), host.inventory("a"));
    }

    private Process start(String... words) throws IOException {
        List<String> command = OwnJava.program();
        command.addAll(Arrays.asList(words));
        command.addAll(
                List.of(
                        "--journal", folder.resolve("journal").toString(),
                        "--runbooks", folder.resolve("runbooks").toString(),
                        "--identity", folder.resolve("key").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("SSH_AUTH_SOCK");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private String said(int exit, String... words) throws IOException, InterruptedException {
        Process process = start(words);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(folder.resolve("said"));
        assertThat(process.exitValue()).as(said).isEqualTo(exit);
        return said;
    }
}
