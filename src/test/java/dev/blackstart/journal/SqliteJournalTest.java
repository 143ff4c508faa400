package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException.Kind;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteJournalTest extends JournalContract {
    @TempDir Path temporary;

    @Override
    Journal open() throws JournalException {
        return SqliteJournal.open(directory());
    }

    private Path directory() {
        return temporary.resolve("state/blackstart");
    }

    private ForgedFile file() {
        return new ForgedFile(directory().resolve("journal.db"));
    }

    @Override
    List<Entry> stored(RunId run) throws Exception {
        return file().entries(run);
    }

    @Override
    void forge(RunId run, List<Entry> entries) throws Exception {
        file().replace(run, entries);
    }

    @Override
    void forgeHead(RunId run, Head head) throws Exception {
        file().execute(
                        "UPDATE runs SET sequence = %d, hash = '%s' WHERE run = '%s'"
                                .formatted(head.sequence(), head.hash(), run));
    }

    @Test
    void isThereAgainAfterOpeningAnew() throws JournalException {
        List<Recorded> events = notes(RUN, 0, "one", "two");
        String kept = journal.keep(new byte[] {1});
        journal.close();
        journal = open();
        assertThat(journal.read(RUN)).isEqualTo(events);
        assertThat(journal.kept(kept)).isPresent();
        assertThat(notes(RUN, 2, "three").getFirst().sequence()).isEqualTo(3);
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Path file = directory().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aGroupThatMayWriteTheDirectoryMayWriteTheJournal() throws Exception {
        Path shared = Files.createDirectory(temporary.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
        try (Journal ours = SqliteJournal.open(shared)) {
            ours.keep(new byte[] {1});
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                Path file = shared.resolve(name);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-rw----");
            }
        }
    }

    @Test
    void setsRoomAsideAndGivesItBack() throws Exception {
        Path ballast = directory().resolve("ballast");
        assertThat(ballast).hasSize(Space.BALLAST);
        ((SqliteJournal) journal).releaseBallast();
        assertThat(ballast).doesNotExist();
        assertThat(journal.lowSpace())
                .isEqualTo(Files.getFileStore(directory()).getUsableSpace() < 64L * 1024 * 1024);
    }

    @Test
    void sqliteItselfRefusesToChangeOrRemoveEvents() throws Exception {
        notes(RUN, 0, "one", "two");
        journal.keep(new byte[] {1});
        for (String sql :
                List.of(
                        "UPDATE events SET json = 'x'",
                        "DELETE FROM events",
                        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE sequence = 2",
                        "INSERT INTO events SELECT run, 9, at, json, hash FROM events",
                        "UPDATE kept SET content = x'00'",
                        "DELETE FROM kept")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> file().execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(journal.audit()).isEqualTo(new Audit(1, 2, List.of()));
    }

    @Test
    void aForeignTriggerOrViewOrTableIsRefused() throws Exception {
        List<String> foreign =
                List.of(
                        "CREATE TRIGGER spy AFTER INSERT ON events BEGIN SELECT 1; END",
                        "CREATE VIEW more AS SELECT 1",
                        "CREATE TABLE more (x)");
        List<String> undo = List.of("DROP TRIGGER spy", "DROP VIEW more", "DROP TABLE more");
        for (int i = 0; i < foreign.size(); i++) {
            file().execute(foreign.get(i));
            assertRefused(() -> SqliteJournal.open(directory()).close(), Kind.DAMAGED)
                    .hasMessageContaining("holds what does not belong there: CREATE");
            assertRefused(() -> journal.runs(), Kind.DAMAGED);
            file().execute(undo.get(i));
        }
        file().execute("DROP TRIGGER events_are_never_changed");
        assertRefused(() -> SqliteJournal.open(directory()).close(), Kind.DAMAGED)
                .hasMessageContaining("lacks CREATE TRIGGER events_are_never_changed");
    }

    @Test
    void aRowThatCannotBeThereIsDamage() throws Exception {
        journal.claim(RUN, Owner.current("anna", AT));
        file().execute("UPDATE owners SET since = 'noon'");
        assertRefused(() -> journal.owner(RUN), Kind.DAMAGED)
                .hasMessageContaining("the file is damaged; blackstart audit begin-anew");
        file().execute("UPDATE owners SET run = ''");
        assertRefused(() -> journal.locks(), Kind.DAMAGED);
    }

    @Test
    void aFileOfANewerFormatIsLeftAlone() throws Exception {
        file().execute("PRAGMA user_version = 5");
        assertRefused(() -> SqliteJournal.open(directory()).close(), Kind.NEWER)
                .hasMessageContaining("format 5, this version knows 4");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("journal.db"), "these are my notes\n".repeat(100));
        assertRefused(() -> SqliteJournal.open(other).close(), Kind.DAMAGED)
                .hasMessageContaining("the file is damaged");
        assertThat(other.resolve("journal.db")).content().startsWith("these are my notes");
    }

    @Test
    void aNetworkFileSystemIsRefused() throws Exception {
        Path mounts = temporary.resolve("mountinfo");
        Files.writeString(mounts, "27 1 254:0 / / rw,relatime - nfs4 server:/x rw\n");
        Path elsewhere = temporary.resolve("elsewhere");
        assertRefused(
                        () ->
                                SqliteJournal.open(
                                                elsewhere,
                                                Processes.ofThisMachine(),
                                                new MountTable(mounts))
                                        .close(),
                        Kind.NOT_DURABLE)
                .hasMessageContaining("is on nfs4");
        assertThat(elsewhere.resolve("journal.db")).doesNotExist();
    }

    @Test
    void changedKeptContentIsFound() throws Exception {
        String sha256 = journal.keep(new byte[] {1, 2, 3});
        file().withoutTriggers("UPDATE kept SET content = x'010204'");
        assertRefused(() -> journal.kept(sha256), Kind.DAMAGED).hasMessageContaining(sha256);
        journal.append(RUN, 0, AT, List.of(opening(Map.of("inventory.yaml", sha256))));
        assertThat(journal.audit().breaks())
                .containsExactly(
                        new Audit.Break(RUN, 1, "the frozen inventory.yaml has been changed"));
    }

    @Test
    void nothingIsAppendedToARunWhoseEndIsGone() throws Exception {
        notes(RUN, 0, "one", "two");
        forge(RUN, stored(RUN).subList(0, 1));
        assertRefused(() -> notes(RUN, 2, "three"), Kind.DAMAGED);
    }

    @Test
    void tenThousandEventsInBatches() throws JournalException {
        for (int batch = 0; batch < 100; batch++) {
            List<RunEvent> events = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                events.add(EventSamples.noted("event " + i));
            }
            journal.append(RUN, batch * 100L, AT, events);
        }
        assertThat(journal.read(RUN)).hasSize(10_000);
        assertThat(journal.audit().events()).isEqualTo(10_000);
    }

    @Test
    void writersRaceAndEachEventIsWrittenOnce() throws Exception {
        int writers = 4;
        int each = 25;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> racers =
                    IntStream.range(0, writers)
                            .<Callable<Integer>>mapToObj(number -> () -> race(number, each))
                            .toList();
            for (Future<Integer> racer : pool.invokeAll(racers)) {
                assertThat(racer.get()).isEqualTo(each);
            }
        }
        List<Recorded> all = journal.read(RUN);
        assertThat(all).hasSize(writers * each);
        assertThat(all.stream().map(Recorded::event).distinct()).hasSize(writers * each);
    }

    /// Appends on a connection of its own; who loses reads and tries again.
    private int race(int writer, int count) throws JournalException {
        int written = 0;
        try (Journal own = SqliteJournal.open(directory())) {
            while (written < count) {
                RunEvent event = EventSamples.noted(writer + ":" + written);
                try {
                    own.append(RUN, own.read(RUN).size(), AT, List.of(event));
                    written++;
                } catch (JournalException e) {
                    assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
                }
            }
        }
        return written;
    }

    /// What is written to a file that has no name any more is read by nobody.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatWasTakenAwayTakesNothing(boolean replaced, @TempDir Path folder)
            throws Exception {
        List<RunEvent> event = List.of(EventSamples.noted("it happened"));
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            journal.append(EventSamples.RUN, 0, EventSamples.AT, event);
            Files.move(folder.resolve("journal"), folder.resolve("away"));
            if (replaced) {
                SqliteJournal.open(folder.resolve("journal")).close();
            }
            JournalContract.assertRefused(
                            () -> journal.append(EventSamples.RUN, 1, EventSamples.AT, event),
                            Kind.DAMAGED)
                    .hasMessageContaining("was removed, renamed or replaced");
        }
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("away"))) {
            assertThat(journal.read(EventSamples.RUN)).hasSize(1);
        }
    }
}
