package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// A journal on a file system that is mounted read-only, such as one that the kernel remounted when
/// its disk failed. It can be looked into: nobody changes it, so SQLite needs neither locks nor
/// shared memory. What only its log holds, or what an older format lacks, SQLite would have to
/// write: then a copy is read, which is removed again.
record Unwritable(Path directory) {
    private static final List<String> FILES = List.of(JournalDirectory.NAME, Traces.LOG);

    /// @param end when it is not looked into any more
    record Seen(SqliteFile file, Runnable end) {}

    /// Empty where the directory is missing, too.
    static boolean is(Path directory) throws IOException {
        return Files.isDirectory(directory) && Files.getFileStore(directory).isReadOnly();
    }

    JournalException refused() {
        return notWritten(
                "the file system of the journal %s is mounted read-only: look in the kernel's log why, mount it for writing again, or name another journal with --journal DIR"
                        .formatted(directory));
    }

    /// @param told one sentence, when a copy is read
    Seen seen(Consumer<String> told) throws JournalException {
        Path file = directory.resolve(JournalDirectory.NAME);
        try {
            JournalDirectory.refuseGone(directory);
            if (!Files.exists(file)) {
                throw refused();
            }
            SqliteFile unchanging = SqliteFile.unchanging(file);
            Path log = directory.resolve(Traces.LOG);
            return (Files.exists(log) && Files.size(log) > 0) || older(unchanging)
                    ? copied(told)
                    : new Seen(unchanging, () -> {});
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.NOT_WRITTEN,
                    "the journal %s is on a file system that is mounted read-only, and no copy of it can be made in the folder for temporary files to read what only its log holds"
                            .formatted(file),
                    e);
        }
    }

    private static boolean older(SqliteFile file) throws JournalException {
        try (Connection connection = file.reader()) {
            return Schema.version(connection) < Schema.VERSION;
        } catch (SQLException e) {
            throw SqliteFailure.sentence("cannot open", file.path(), e);
        }
    }

    private Seen copied(Consumer<String> told) throws IOException, JournalException {
        Path copy = Files.createTempDirectory("blackstart-journal-");
        Runnable end = () -> remove(copy);
        boolean ready = false;
        try {
            for (String name : FILES) {
                if (Files.exists(directory.resolve(name))) {
                    Files.copy(directory.resolve(name), copy.resolve(name));
                }
            }
            SqliteFile file = new SqliteFile(copy.resolve(JournalDirectory.NAME));
            new Writer(file).close(); // takes the log in
            told.accept(
                    "The file system of the journal %s is mounted read-only; what is shown is read from a copy in %s, which is removed again."
                            .formatted(directory, copy));
            ready = true;
            return new Seen(file, end);
        } finally {
            if (!ready) {
                end.run();
            }
        }
    }

    private static void remove(Path copy) {
        try {
            for (String name : List.of("journal.db-shm", Traces.LOG, JournalDirectory.NAME, "")) {
                Files.deleteIfExists(copy.resolve(name));
            }
        } catch (IOException e) {
            // what stays is its owner's alone, in a folder for temporary files
        }
    }

    private static JournalException notWritten(String sentence) {
        return new JournalException(JournalException.Kind.NOT_WRITTEN, sentence);
    }
}
