package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.RunId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged journal is put aside as it is, and the new one names it.
class FreshStartTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");
    private static final RunId OPEN = new RunId("01kdvdna00fjf041xnbhxxqypp");
    private static final RunId CLOSED = new RunId("01kdvdna00v4mmzrf83cqwfzrm");

    @TempDir Path directory;

    private void twoRuns() throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            journal.append(OPEN, 0, 0, NOW, List.of(LockContract.sending()));
            journal.append(
                    CLOSED, 0, 0, NOW, List.of(LockContract.sending(), LockContract.closing()));
        }
    }

    private FreshStart.Begun begin() throws JournalException {
        return new FreshStart(directory, Processes.ofThisMachine())
                .begin("anna", "the disk died", NOW);
    }

    /// Past the schema, so that the file still opens.
    private void damage() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("journal.db").toFile(), "rw")) {
            for (long at = file.length() / 2; at < file.length(); at += 512) {
                file.seek(at);
                file.writeInt(0xdeadbeef);
            }
        }
    }

    @Test
    void theNewOneNamesWhatCouldBeRead() throws Exception {
        twoRuns();
        FreshStart.Begun begun = begin();
        assertThat(begun.predecessor().heads())
                .hasSize(2)
                .anyMatch(head -> head.startsWith(OPEN + " 1 "))
                .anyMatch(head -> head.startsWith(CLOSED + " 2 "));
        assertThat(begun.left()).hasSize(1);
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            assertThat(journal.runs()).isEmpty();
            assertThat(journal.predecessors()).containsExactly(begun.predecessor());
        }
    }

    @Test
    void theOldOneStaysAsItWas() throws Exception {
        twoRuns();
        damage();
        byte[] before = Files.readAllBytes(directory.resolve("journal.db"));
        FreshStart.Begun begun = begin();
        Path aside = directory.resolve("set-aside-20261122T030405Z");
        assertThat(aside.resolve("journal.db")).hasBinaryContent(before);
        assertThat(begun.predecessor().sums())
                .contains(Digests.sha256(before) + "  journal.db")
                .isEqualTo(Files.readAllLines(aside.resolve("SHA256SUMS")));
        assertThat(aside.resolve("WHY")).content().contains("anna: the disk died");
        try (Stream<Path> files = Files.list(aside)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .contains("journal.db", "SHA256SUMS", "WHY")
                    .doesNotContain("reading");
        }
    }

    @Test
    void aFileThatIsNoJournalAtAllIsPutAsideToo() throws Exception {
        Files.writeString(directory.resolve("journal.db"), "no database ".repeat(1000));
        assertThat(begin().predecessor().heads()).isEmpty();
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            assertThat(journal.audit().intact()).isTrue();
            assertThat(journal.predecessors()).hasSize(1);
        }
    }

    @Test
    void whatAProcessHasOpenStays() throws Exception {
        twoRuns();
        Process reader =
                new ProcessBuilder("sleep", "60")
                        .redirectInput(directory.resolve("journal.db").toFile())
                        .start();
        try {
            assertThatThrownBy(this::begin)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("process " + reader.pid() + " has the journal");
            try (SqliteJournal journal = SqliteJournal.open(directory)) {
                assertThat(journal.runs()).hasSize(2);
            }
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    @Test
    void theNewJournalNeverForgetsTheOld() throws Exception {
        twoRuns();
        begin();
        try (var connection = new SqliteFile(directory.resolve("journal.db")).writer();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM predecessors"))
                    .hasMessageContaining("predecessors are never removed");
        }
    }

    private void gone() throws IOException {
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(directory.resolve(name));
        }
    }

    @Test
    void aMissingFileBesideWhatAJournalLeavesIsNoNewJournal() throws Exception {
        twoRuns();
        Files.createDirectories(directory.resolve("reports/one"));
        gone();
        JournalContract.assertRefused(
                        () -> SqliteJournal.open(directory).close(), JournalException.Kind.DAMAGED)
                .hasMessageContaining("damaged or gone: it is missing, and reports beside it")
                .hasMessageContaining("blackstart audit begin-anew");
        assertThat(directory.resolve("journal.db")).doesNotExist();
        assertThat(begin().predecessor().sums()).isEmpty();
        SqliteJournal.open(directory).close();
    }

    @Test
    void anEmptyFileBesideOutputsIsNoNewJournal() throws Exception {
        Files.createDirectories(directory.resolve("outputs/ab"));
        Files.createFile(directory.resolve("journal.db"));
        JournalContract.assertRefused(
                        () -> SqliteJournal.open(directory).close(), JournalException.Kind.DAMAGED)
                .hasMessageContaining("it is empty, and outputs beside it");
        assertThat(directory.resolve("journal.db")).isEmptyFile();
    }

    @Test
    void aFirstStartThatWasCutOffIsGoneOnWith() throws Exception {
        Files.createFile(directory.resolve("journal.db"));
        Files.createDirectories(directory.resolve("reports"));
        Files.createDirectories(directory.resolve("service/tokens"));
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            assertThat(journal.audit().intact()).isTrue();
        }
    }

    @Test
    void whatWasPutAsideAndNotNamedIsTakenUp() throws Exception {
        twoRuns();
        Predecessor old = begin().predecessor();
        gone(); // as if the process had ended before the new journal named it
        SqliteJournal.begin(directory).close();
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            assertThat(journal.predecessors()).containsExactly(old);
        }
    }

    @Test
    void whatIsStillInItsPlaceIsNotTakenUp() throws Exception {
        twoRuns();
        Path aside = Files.createDirectory(directory.resolve("set-aside-20261122T030405Z"));
        Files.createLink(aside.resolve("journal.db"), directory.resolve("journal.db"));
        Files.writeString(aside.resolve("SHA256SUMS"), "ab  journal.db\n");
        Files.writeString(
                aside.resolve("WHY"), "Put aside at " + NOW + " by anna: it burnt\nRuns:\n");
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            assertThat(journal.predecessors()).isEmpty();
            assertThat(journal.runs()).hasSize(2);
        }
    }
}
