package dev.blackstart.proof.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.journal.WeakenedWriter.Defect;
import dev.blackstart.proof.power.Ledger.Verdict;
import dev.blackstart.proof.power.Recording.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// F02: whatever part of the unsynced writes the disk has when the power goes, what was acknowledged
/// is there, what is there is whole, and the journal opens.
class PowerLossProof {
    private static final boolean FULL = "full".equals(System.getProperty("proof.size"));
    private static final long SEED = Long.getLong("proof.seed", 20260101);

    @TempDir Path folder;
    private Path memory = Path.of("/");

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(
                Stream.of("/usr/bin/strace", "/bin/strace", "/usr/local/bin/strace")
                        .anyMatch(it -> Files.isExecutable(Path.of(it))),
                "strace is not installed, so no system calls can be recorded: apt-get install strace");
        Path shared = Path.of("/dev/shm");
        memory =
                Files.isWritable(shared)
                        ? Files.createTempDirectory(shared, "blackstart-proof")
                        : Files.createDirectory(folder.resolve("memory"));
    }

    @AfterEach
    void tidy() throws IOException {
        try (Stream<Path> all = Files.walk(memory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void nothingAcknowledgedIsLost() throws Exception {
        long begin = System.nanoTime();
        Recording recording =
                Recording.of(
                        folder,
                        List.of(
                                new Session(3, true),
                                new Session(250, false),
                                new Session(500, true),
                                new Session(20, false)),
                        SEED,
                        "none");
        Search search = new Search(recording, memory, SEED);
        Ledger ledger = search.ledger();
        ledger.agreesWith(recording);
        System.out.println((System.nanoTime() - begin) / 1e9);
        Search.Result result =
                search.until(
                        FULL ? 1_000_000 : 50_000,
                        FULL ? Duration.ofHours(1) : Duration.ofSeconds(Integer.getInteger("t",120)),
                        ledger);
        System.out.println(result.crashes() + " " + result.states() + " " + result.rounds() + " " + result.findings() + (System.nanoTime() - begin) / 1e9);
        assertThat(result.examples()).isEmpty();
        assertThat(result.count(Verdict.RIGHT)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aDefectIsFound(Defect defect) throws Exception {
        Recording recording =
                Recording.of(
                        folder,
                        List.of(new Session(3, true), new Session(60, false), new Session(20, true)),
                        SEED,
                        defect.name());
        Search search = new Search(recording, memory, SEED);
        Search.Result result = search.until(20_000, Duration.ofSeconds(60), search.ledger());
        System.out.println(defect + " " + result.crashes() + " " + result.states() + " " + result.rounds() + " " + result.findings() + result.examples().getFirst());
        assertThat(result.count(Verdict.LOST)).isPositive();
    }
}
