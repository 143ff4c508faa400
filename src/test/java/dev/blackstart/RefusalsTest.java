package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Carried;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where the journal cannot be written.
class RefusalsTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private final JournalException full =
            new JournalException(JournalException.Kind.NOT_WRITTEN, "the disk is full");

    @TempDir Path folder;

    /// Holds the end of one action.
    private record Holding() implements Spool {
        @Override
        public Optional<String> hold(RunId run, List<Carried> events) {
            return Optional.empty();
        }

        @Override
        public Found find(RunId run) {
            RunEvent ended =
                    new RunEvent.Ended(
                            new ActionKey(new StepId("cut"), new HostName("web1"), 1),
                            Purpose.ACT,
                            new Outcome.Succeeded(Duration.ofSeconds(1)),
                            Kept.NOTHING,
                            Kept.NOTHING);
            return new Found(
                    List.of(
                            new Carried(
                                    run,
                                    "1f2e",
                                    1,
                                    1,
                                    Carried.START,
                                    Instant.EPOCH,
                                    Optional.empty(),
                                    ended)),
                    Optional.empty());
        }

        @Override
        public List<RunId> held() {
            return List.of(RUN);
        }

        @Override
        public void discard(RunId run) {}

        @Override
        public void setAside(RunId run) {}
    }

    @Test
    void whatIsHeldMustNotBeRepeatedByHand() {
        assertThat(Refusals.advice(full, folder, new Holding()))
                .first()
                .asString()
                .contains(
                        "cut on web1",
                        "do not repeat by hand",
                        "/dev/shm",
                        "blackstart resume " + RUN + " records it");
    }

    @Test
    void whereThereIsRoomTheBallastIsNotNamed() throws Exception {
        assumeTrue(
                Files.getFileStore(folder).getUsableSpace() > 64L * 1024 * 1024,
                "this disk is full itself");
        Files.createFile(folder.resolve("ballast"));
        assertThat(Refusals.advice(full, folder, Spool.NONE)).isEmpty();
    }

    @Test
    void onAFullDiskTheBallastIsNamedOrHowMuchToFree() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder, "400k")) {
            assertThat(Refusals.advice(full, folder, Spool.NONE))
                    .containsExactly("Free 64 MiB in " + folder + ", then try again.");
            Files.createFile(folder.resolve("ballast"));
            assertThat(Refusals.advice(full, folder, Spool.NONE))
                    .singleElement()
                    .asString()
                    .contains("remove it, then try again");
            disk.remountReadOnly();
            assertThat(Refusals.advice(full, folder, Spool.NONE)).isEmpty();
        }
    }
}
