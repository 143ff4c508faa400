package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException.Kind;
import dev.blackstart.testing.SmallDisk;
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

/// A journal on a disk that the kernel has remounted read-only. Mounting one needs root.
@Timeout(180)
class ReadOnlyDiskTest {
    @TempDir Path temporary;
    private final List<String> told = new ArrayList<>();
    private Path disk = Path.of("/");
    private Optional<SmallDisk> mounted = Optional.empty();

    @BeforeEach
    void mountADisk() throws Exception {
        disk = Files.createDirectory(temporary.resolve("a disk"));
        mounted = Optional.of(SmallDisk.on(disk, "4m"));
    }

    @AfterEach
    void unmount() {
        mounted.ifPresent(SmallDisk::close);
    }

    private void readOnly() {
        mounted.orElseThrow().remountReadOnly();
    }

    private static void note(SqliteJournal journal) throws JournalException {
        journal.append(
                EventSamples.RUN, 0, EventSamples.AT, List.of(EventSamples.noted("it happened")));
    }

    private void isSeen() throws JournalException {
        try (SqliteJournal journal = SqliteJournal.look(disk, told::add)) {
            assertThat(journal.read(EventSamples.RUN)).hasSize(1);
            assertThat(journal.audit().intact()).isTrue();
            assertThat(journal.predecessors()).isEmpty();
            assertThat(journal.locks()).isEmpty();
            assertThat(journal.takeRequests(EventSamples.RUN)).isEmpty();
            JournalContract.assertRefused(() -> note(journal), Kind.NOT_WRITTEN)
                    .hasMessageContaining("is mounted read-only")
                    .hasMessageContaining("mount it for writing again");
        }
    }

    @Test
    void aJournalThatWasClosedIsReadWhereItIs() throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            note(journal);
        }
        readOnly();
        isSeen();
        assertThat(told).isEmpty();
    }

    @Test
    void whatOnlyItsLogHoldsIsReadFromACopy() throws Exception {
        Path kept = Files.createDirectory(temporary.resolve("kept"));
        try (SqliteJournal journal = SqliteJournal.open(disk)) {
            note(journal);
            for (String name : List.of("journal.db", "journal.db-wal")) {
                Files.copy(disk.resolve(name), kept.resolve(name));
            }
        }
        for (String name : List.of("journal.db", "journal.db-wal")) {
            Files.deleteIfExists(disk.resolve(name));
            Files.copy(kept.resolve(name), disk.resolve(name)); // as a process leaves it that died
        }
        readOnly();
        isSeen();
        assertThat(told).singleElement().asString().contains("is read from a copy in ");
        String copy = told.getFirst().replaceAll(".* copy in (\\S+), .*", "$1");
        assertThat(Path.of(copy)).doesNotExist();
    }

    @Test
    void whatWritesIsToldWhy() throws Exception {
        SqliteJournal.open(disk).close();
        readOnly();
        JournalContract.assertRefused(() -> SqliteJournal.open(disk).close(), Kind.NOT_WRITTEN)
                .hasMessageContaining("is mounted read-only");
        JournalContract.assertRefused(
                        () ->
                                new FreshStart(disk, Processes.ofThisMachine())
                                        .begin("anna", "why not", EventSamples.AT),
                        Kind.NOT_WRITTEN)
                .hasMessageContaining("is mounted read-only");
    }
}
