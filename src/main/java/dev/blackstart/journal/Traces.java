package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What only a journal that was in use leaves beside its file. An empty or missing file there is no
/// new journal: what was acknowledged is gone, and beginning in silence would hide it.
///
/// Outputs, reports and artifacts come only from runs, so a first start that was cut off leaves
/// none of them, and the next one goes on where it stopped. The ballast says nothing of runs, and
/// neither does what people or the server put there before any (tokens, a signing key).
record Traces(Path directory) {
    private static final List<String> FOLDERS = List.of("outputs", "reports", "artifacts");

    /// SQLite throws it away when it finds no main file, and with it what only it holds.
    static final String LOG = "journal.db-wal";

    /// The first that is found, by name; empty where a journal may begin.
    Optional<String> first() throws IOException {
        for (String folder : FOLDERS) {
            if (filled(directory.resolve(folder))) {
                return Optional.of(folder);
            }
        }
        Path log = directory.resolve(LOG);
        if (Files.exists(log) && Files.size(log) > 0) {
            return Optional.of(LOG);
        }
        return SetAside.folders(directory).stream().findFirst();
    }

    private static boolean filled(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    /// @param how such as `is empty`
    static JournalException gone(Path file, String how, String trace) {
        return new JournalException(
                JournalException.Kind.DAMAGED,
                "the journal %s is damaged or gone: it %s, and %s beside it shows that it was in use; put it back from a copy, or blackstart audit begin-anew --reason TEXT begins a new one"
                        .formatted(file, how, trace));
    }
}
