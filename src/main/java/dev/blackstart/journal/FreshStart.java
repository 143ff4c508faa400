package dev.blackstart.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A new journal in the place of a damaged one, which is put aside as it is: nothing in it is
/// repaired, and the new one names it. Its runs stay behind; what they did on hosts is fenced there
/// by the installation that did it.
public final class FreshStart {
    /// SQLite's main file first: without it, it throws the others away.
    private static final List<String> FILES =
            List.of("journal.db", "journal.db-wal", "journal.db-shm");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// What was done.
    ///
    /// @param left the runs that were not over, and those of which that is not known
    public record Begun(Predecessor predecessor, List<LeftRun> left) {
        public Begun {
            left = List.copyOf(left);
        }
    }

    private final Path directory;
    private final Processes processes;

    /// @param directory of the journal
    public FreshStart(Path directory, Processes processes) {
        this.directory = directory.toAbsolutePath().normalize();
        this.processes = processes;
    }

    /// Is there, or was there, a journal?
    public boolean possible() throws IOException {
        return Files.exists(directory.resolve(FILES.getFirst()))
                || new Traces(directory).first().isPresent();
    }

    /// @throws JournalException `NOT_WRITTEN` when a process has the journal open or the files
    ///   cannot be moved; the old ones are then where they were
    public Begun begin(String person, String reason, Instant now) throws JournalException {
        Path file = directory.resolve(FILES.getFirst());
        List<Long> users = processes.having(file);
        if (!users.isEmpty()) {
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "process %d has the journal %s open; let it end first"
                            .formatted(users.getFirst(), file));
        }
        refuseUnwritable();
        String folder = SetAside.PREFIX + STAMP.format(now);
        Path aside = directory.resolve(folder);
        try {
            List<String> names = link(aside);
            List<Salvage.Found> found = salvaged(aside, names);
            Predecessor predecessor =
                    new Predecessor(
                            folder,
                            sums(aside, names),
                            found.stream()
                                    .filter(it -> !it.chain().entries().isEmpty())
                                    .map(Salvage.Found::head)
                                    .toList(),
                            now,
                            person,
                            reason);
            told(aside, predecessor);
            remove();
            try (SqliteJournal journal = SqliteJournal.begin(directory)) {
                journal.follow(predecessor);
            }
            return new Begun(predecessor, left(found));
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "cannot put the journal %s aside in %s".formatted(file, aside),
                    e);
        }
    }

    private void refuseUnwritable() throws JournalException {
        try {
            if (Unwritable.is(directory)) {
                throw new Unwritable(directory).refused();
            }
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "cannot read the journal's directory " + directory,
                    e);
        }
    }

    private static List<LeftRun> left(List<Salvage.Found> found) {
        return found.stream().map(Salvage.Found::left).filter(run -> !run.over()).toList();
    }

    /// Every file has its second name on the disk before one loses its first.
    private List<String> link(Path aside) throws IOException {
        Files.createDirectory(
                aside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> names =
                FILES.stream().filter(name -> Files.exists(directory.resolve(name))).toList();
        for (String name : names) {
            Files.createLink(aside.resolve(name), directory.resolve(name));
        }
        sync(aside);
        sync(directory);
        return names;
    }

    /// Read from a copy: SQLite writes into what it reads. Where there is no room for one, nothing
    /// is known of the runs.
    private static List<Salvage.Found> salvaged(Path aside, List<String> names) throws IOException {
        Path copy = aside.resolve("reading");
        Files.createDirectory(copy);
        try {
            for (String name : names) {
                Files.copy(aside.resolve(name), copy.resolve(name));
            }
            return new Salvage(copy.resolve(FILES.getFirst())).runs();
        } catch (IOException e) {
            return List.of();
        } finally {
            for (String name : FILES) {
                Files.deleteIfExists(copy.resolve(name));
            }
            Files.deleteIfExists(copy);
        }
    }

    private static List<String> sums(Path aside, List<String> names) throws IOException {
        List<String> sums = new ArrayList<>();
        for (String name : names) {
            sums.add(Digests.sha256(aside.resolve(name)) + "  " + name);
        }
        return sums;
    }

    /// On the disk beside the files before the new journal can say so.
    private static void told(Path aside, Predecessor it) throws IOException {
        Files.write(aside.resolve(SetAside.SUMS), it.sums());
        Files.write(aside.resolve(SetAside.WHY), SetAside.why(it));
        sync(aside);
    }

    private void remove() throws IOException {
        for (String name : FILES) {
            Files.deleteIfExists(directory.resolve(name));
        }
        sync(directory);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
