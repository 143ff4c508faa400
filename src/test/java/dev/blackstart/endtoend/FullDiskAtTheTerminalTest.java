package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.testing.Golden;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnClassPath;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F03 as its person sees it: the disk of the journal fills up while an action runs, a real
/// terminal of 80x24 says so, the ballast is given back, and the run ends as if nothing had been.
/// Mounting the small disk needs root.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class FullDiskAtTheTerminalTest {
    private static final String ASKS = "journal \\[retry ballast print leave\\]>";

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    Path folder;

    private Path disk = Path.of("/");
    private boolean mounted;

    @BeforeEach
    void mountASmallDisk() throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root can mount a small tmpfs; run this test as root to see a full disk");
        disk = Files.createDirectory(folder.resolve("disk"));
        Processes.run("mount", "-t", "tmpfs", "-o", "size=100m", "blackstart-test", disk + "");
        mounted = true;
    }

    @AfterEach
    void unmount() {
        if (mounted) {
            Processes.run("umount", "--lazy", disk.toString());
        }
    }

    @Test
    void theRunPausesInFrontOfItsPersonAndEndsWellOnceThereIsRoom() throws Exception {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        try (RealSshd host =
                RealSshd.start(
                        folder.resolve("sshd"),
                        Keygen.publicPart(key),
                        "ed25519",
                        List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims")))) {
            books(host);
            try (Tmux tmux = Tmux.start(folder, 80, 24, script(key))) {
                tmux.await("gate G1.*>");
                tmux.type("y", "Enter");
                List<String> paused = tmux.await(ASKS);
                Golden.check("terminal/journal-80.txt", steady(paused));
                assertThat(held(paused)).isRegularFile();

                tmux.type("Enter");
                tmux.await("Nothing was done; the run stands still.");
                tmux.type("retry", "Enter");
                tmux.await("asked again", lines -> prompts(lines) >= 3);
                assertThat(Files.readAllLines(folder.resolve("effects"))).containsExactly("one");

                tmux.type("ballast", "Enter");
                tmux.await(".*1 event recorded late.*");
                tmux.await("gate G2.*>");
                tmux.type("y", "Enter");
                assertThat(tmux.await("EXIT \\d+")).contains("EXIT 0");
                assertThat(held(paused)).doesNotExist();
            }
        }
        assertThat(Files.readAllLines(folder.resolve("effects"))).containsExactly("one", "two");
        recordedLate();
    }

    private static long prompts(List<String> screen) {
        return screen.stream().filter(line -> line.startsWith("journal [")).count();
    }

    private void recordedLate() throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(disk.resolve("journal"))) {
            assertThat(journal.audit().intact()).isTrue();
            List<RunEvent> events =
                    journal.read(journal.runs().getFirst()).stream().map(Recorded::event).toList();
            assertThat(events)
                    .anyMatch(it -> it instanceof RunEvent.WrittenAgain back && back.late() == 1);
            assertThat(events.getLast())
                    .isInstanceOfSatisfying(
                            RunEvent.Closed.class,
                            it -> assertThat(it.verdict()).isEqualTo(Verdict.RECOVERED));
        }
    }

    /// Ids and places differ, and with them where lines break.
    private static String steady(List<String> screen) {
        String all =
                String.join("\n", screen)
                        .replaceAll("(?s).*(?=-- PAUSED)", "")
                        .replaceAll("\n(?!--|Cannot|one on|Held|  \\w|journal \\[)", " ");
        return all.replaceAll("/\\S+/journal.db", "/…/journal.db")
                        .replaceAll("/dev/shm/\\S+", "/dev/shm/…")
                        .stripTrailing()
                + "\n";
    }

    private static Path held(List<String> screen) {
        String all = String.join(" ", screen);
        return Path.of(all.replaceAll("(?s).*Held in\\s+(/dev/shm/\\S+).*", "$1"));
    }

    /// The first action fills the disk of the journal, as a log on the same disk would.
    private void books(RealSshd host) throws IOException {
        Path books = Files.createDirectories(folder.resolve("books/test"));
        Files.writeString(
                books.resolve("runbook.yaml"),
                """
                runbook: test
                title: A test
                steps:
                  - action: one
                    on: a
                    risk: mutate
                    run: "cat /dev/zero > %s/filler 2>/dev/null; echo one >> %s/effects"
                    timeout: 60s
                  - action: two
                    on: a
                    risk: mutate
                    run: echo two >> %s/effects
                    timeout: 30s
                """
                        .formatted(disk, folder, folder));
        Files.writeString(folder.resolve("books/inventory.yaml"), host.inventory("a"));
    }

    private Path script(Path key) throws IOException {
        Path script = folder.resolve("run.sh");
        Files.writeString(
                script,
                "cd %s\nenv -i PATH=\"$PATH\" HOME=%s USER=anna TZ=UTC TERM=screen LANG=C.UTF-8"
                                .formatted(folder, folder)
                        + " '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                                .formatted(System.getProperty("java.home"))
                        + " --enable-native-access=ALL-UNNAMED"
                        + " --sun-misc-unsafe-memory-access=allow"
                        + " -Djava.util.logging.manager=org.jboss.logmanager.LogManager"
                        + " -Djava.io.tmpdir=%s -Dblackstart.home=%s -cp '%s' dev.blackstart.Main"
                                .formatted(
                                        folder, Path.of("").toAbsolutePath(), OwnClassPath.text())
                        + " run test --journal %s --identity %s --runbooks %s\n"
                                .formatted(disk.resolve("journal"), key, folder.resolve("books"))
                        + "echo EXIT $?\nexec cat\n");
        return script;
    }
}
