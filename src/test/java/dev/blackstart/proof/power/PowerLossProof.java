package dev.blackstart.proof.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.journal.WeakenedWriter.Defect;
import dev.blackstart.proof.ResultLine;
import dev.blackstart.proof.power.Ledger.Verdict;
import dev.blackstart.proof.power.Recording.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// F02: whatever part of the unsynced writes the disk has when the power goes, what was
/// acknowledged is there, what is there is whole, and the journal opens.
class PowerLossProof {
    private static final long SEED = ProofSize.SEED;

    /// Short commands, some that stop dead, and one whose log is checkpointed and begun anew while
    /// it writes.
    private static final List<Session> WORK =
            List.of(
                    new Session(3, true),
                    new Session(40, false),
                    new Session(40, true),
                    new Session(40, true),
                    new Session(240, false),
                    new Session(15, true));

    private static final List<Session> LITTLE =
            List.of(new Session(3, true), new Session(30, false), new Session(10, true));

    @TempDir Path folder;
    private Path memory = Path.of("/");

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Strace.installed(), Strace.MISSING);
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
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void nothingAcknowledgedIsLost() throws Exception {
        Recording recording = Recording.of(folder, WORK, SEED, "none");
        assertThat(recording.logBeginnings()).as("the log began anew").isGreaterThan(4);
        Search search = new Search(recording, memory, SEED, false);
        Ledger ledger = search.ledger();
        ledger.agreesWith(recording);
        Search.Result result =
                search.until(
                        ProofSize.of(50_000, 1_000_000), ProofSize.time(100, 2 * 3600), ledger);
        report("power-loss", "", recording, result);
        assertThat(result.examples()).isEmpty();
        assertThat(result.states()).isGreaterThan(500);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void whatADiskThatLiesDamagedIsNotTakenForWhole() throws Exception {
        Recording recording = Recording.of(folder, LITTLE, SEED, "none");
        Search search = new Search(recording, memory, SEED, true);
        Search.Result result =
                search.until(
                        ProofSize.of(5_000, 200_000), ProofSize.time(20, 3600), search.ledger());
        report("lying-disk", "syncs do nothing, ", recording, result);
        assertThat(result.examples()).isEmpty();
        assertThat(result.count(Verdict.DAMAGED_REFUSED)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aDefectIsFound(Defect defect) throws Exception {
        Recording recording = Recording.of(folder, LITTLE, SEED, defect.name());
        Search search = new Search(recording, memory, SEED, false);
        Search.Result result = search.until(20_000, Duration.ofMinutes(5), search.ledger());
        String name = defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        report("power-loss-" + name, "a seeded defect, to be found, ", recording, result);
        assertThat(result.count(Verdict.LOST)).as(defect + " was not noticed").isPositive();
    }

    private static void report(String name, String what, Recording recording, Search.Result result)
            throws IOException {
        String found =
                "%d lost, %d damaged accepted, %d damaged refused, %d healthy refused"
                        .formatted(
                                result.count(Verdict.LOST),
                                result.count(Verdict.DAMAGED_ACCEPTED),
                                result.count(Verdict.DAMAGED_REFUSED),
                                result.count(Verdict.HEALTHY_REFUSED));
        String note =
                "%sseed %d, %d crashes, %d rounds over %d system calls, log begun %d times"
                        .formatted(
                                what,
                                SEED,
                                result.crashes(),
                                result.rounds(),
                                recording.operations().size(),
                                recording.logBeginnings());
        ResultLine.write(
                name, "different disk contents", result.states(), found, result.took(), note);
    }
}
