package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kill -9 at any moment, then resume: nothing is sent twice by itself, nothing is lost. The truth
/// is what the hosts' own files say. `-Dkills=N` kills more often than the 6 times of an ordinary
/// build.
class KilledRunTest {
    private static final List<String> STEPS = List.of("one", "two", "three", "four");

    @TempDir Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingIsRepeatedAndNothingIsLost() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims = List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"));
        try (RealSshd a =
                        RealSshd.start(
                                folder.resolve("a"), Keygen.publicPart(key), "ed25519", claims);
                RealSshd b =
                        RealSshd.start(
                                folder.resolve("b"), Keygen.publicPart(key), "ed25519", claims)) {
            write(a, b);
            for (int round = 0; round < Integer.getInteger("kills", 6); round++) {
                kill(round, random.nextInt(400, 3500), "seed " + seed + ", round " + round);
            }
        }
    }

    private void kill(int round, int millis, String which) throws Exception {
        RunId id = RunId.of(1_700_000_000_000L, 1, round);
        Process first = carryOn(id);
        if (!first.waitFor(millis, TimeUnit.MILLISECONDS)) {
            first.destroyForcibly().waitFor();
        }
        for (int again = 0; again < 3 && !closed(id); again++) {
            Process next = carryOn(id);
            assertThat(next.waitFor(2, TimeUnit.MINUTES)).as(which).isTrue();
        }
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            RunState state = RunState.fold(journal.read(id));
            assertThat(state.closed().map(RunEvent.Closed::verdict))
                    .as(which + ": " + Files.readString(folder.resolve("complained")))
                    .contains(Verdict.RECOVERED);
            assertThat(journal.audit().intact()).as(which).isTrue();
        }
        for (String host : List.of("a", "b")) {
            assertThat(effects(host)).as(which + ", host " + host).containsExactlyElementsOf(STEPS);
            Files.delete(folder.resolve("effects-" + host));
        }
    }

    private boolean closed(RunId id) throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return RunState.fold(journal.read(id)).closed().isPresent();
        }
    }

    private List<String> effects(String host) throws IOException {
        Path file = folder.resolve("effects-" + host);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Process carryOn(RunId id) throws IOException {
        List<String> words = OwnJava.words();
        words.addAll(List.of(CarryOn.class.getName(), folder.toString(), id.value()));
        return new ProcessBuilder(words)
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(folder.resolve("complained").toFile())
                .start();
    }

    private void write(RealSshd a, RealSshd b) throws IOException {
        List<String> runbook = new ArrayList<>(List.of("runbook: test", "title: A test", "steps:"));
        for (String step : STEPS) {
            runbook.add("  - action: " + step);
            runbook.add("    on: nodes");
            runbook.add("    risk: mutate");
            runbook.add(
                    "    run: sleep 0.2; echo %s >> %s/effects-[=host.name]"
                            .formatted(step, folder));
            runbook.add("    timeout: 30s");
        }
        Files.createDirectories(folder.resolve("test"));
        Files.write(folder.resolve("test/runbook.yaml"), runbook);
        Files.writeString(
                folder.resolve("inventory.yaml"),
                "hosts:\n"
                        + host("a", a)
                        + host("b", b)
                        + "groups:\n  nodes: { hosts: [ a, b ] }\n");
    }

    private static String host(String name, RealSshd sshd) {
        return "  %s: { address: 127.0.0.1, port: %d, user: %s, host_key: \"%s %s\" }\n"
                .formatted(
                        name,
                        sshd.port(),
                        System.getProperty("user.name"),
                        sshd.hostKey().type(),
                        sshd.hostKey().base64());
    }
}
