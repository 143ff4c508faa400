package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException.Kind;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F03 on a real disk of 400 KB that really fills up. Mounting it needs root.
@Timeout(180)
class FullDiskTest {
    private static final RunId RUN = EventSamples.RUN;

    @TempDir Path temporary;
    private Path disk = Path.of("/");
    private Optional<SmallDisk> mounted = Optional.empty();

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        mounted = Optional.of(SmallDisk.on(disk, "400k"));
    }

    @AfterEach
    void unmount() {
        mounted.ifPresent(SmallDisk::close);
    }

    @Test
    void whatIsAcknowledgedIsThereAndWhatIsRefusedIsNot() throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            List<String> acknowledged = fill(journal);
            assertThat(acknowledged).isNotEmpty();
            assertThat(texts(journal)).isEqualTo(acknowledged);
            assertThat(journal.audit().intact()).isTrue();
        }
    }

    @Test
    void goesOnWhenThereIsRoomAgain() throws Exception {
        Path filler = disk.resolve("filler");
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            Files.write(filler, new byte[150 * 1024]);
            List<String> acknowledged = fill(journal);
            Files.delete(filler);
            journal.append(
                    RUN,
                    acknowledged.size(),
                    EventSamples.AT,
                    List.of(EventSamples.noted("again")));
            acknowledged.add("again");
            assertThat(texts(journal)).isEqualTo(acknowledged);
        }
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            assertThat(texts(journal)).last().isEqualTo("again");
        }
    }

    @Test
    void aSmallDiskIsLowOnSpaceAndGetsNoBallast() throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            assertThat(journal.lowSpace()).isTrue();
            assertThat(disk.resolve("ballast")).doesNotExist();
        }
    }

    @Test
    void openingOnAFullDiskSaysSo() throws Exception {
        fillTheRest();
        JournalContract.assertRefused(() -> SqliteJournal.open(disk).close(), Kind.NOT_WRITTEN)
                .hasMessageContaining("the disk is full");
    }

    private void fillTheRest() throws IOException {
        Path filler = disk.resolve("filler");
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) free]);
    }

    /// Appends until the disk refuses three times.
    private static List<String> fill(Journal journal) {
        List<String> acknowledged = new ArrayList<>();
        int refused = 0;
        while (refused < 3) {
            String text = acknowledged.size() + "x".repeat(3_000);
            try {
                journal.append(
                        RUN,
                        acknowledged.size(),
                        EventSamples.AT,
                        List.of(EventSamples.noted(text)));
                acknowledged.add(text);
            } catch (JournalException e) {
                refused++;
                assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.NOT_WRITTEN);
                assertThat(e).hasMessageContaining("the disk is full");
                assertThat(e).hasMessageEndingWith("nothing of it was recorded");
            }
        }
        return acknowledged;
    }

    private static List<String> texts(Journal journal) throws JournalException {
        return journal.read(RUN).stream()
                .map(recorded -> ((RunEvent.Noted) recorded.event()).text())
                .toList();
    }
}
