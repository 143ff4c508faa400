package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can still be read of a damaged journal, run by run; whatever cannot is left out.
final class Salvage {
    /// A run as far as its chain verifies.
    ///
    /// @param state empty when its events cannot be told any more
    record Found(ChainCopy chain, Optional<RunState> state) {
        String head() {
            return chain.run() + " " + chain.entries().size() + " " + chain.hash();
        }
    }

    private final SqliteFile file;
    private final EventCodec codec = new EventCodec();

    Salvage(Path file) {
        this.file = new SqliteFile(file);
    }

    List<Found> runs() {
        List<Found> found = new ArrayList<>();
        try (Connection connection = file.reader()) {
            EventTable table = new EventTable(connection);
            for (RunId run : table.runs()) {
                chain(table, run).ifPresent(it -> found.add(new Found(it, state(it))));
            }
        } catch (SQLException | JournalException e) {
            return List.copyOf(found); // so far and no further
        }
        return List.copyOf(found);
    }

    private static Optional<ChainCopy> chain(EventTable table, RunId run) {
        ChainCopy.Copying copying = new ChainCopy.Copying(run);
        try {
            table.read(run, copying::add);
            return Optional.of(copying.end(table.head(run)));
        } catch (SQLException | JournalException e) {
            return Optional.of(copying.end(Head.NONE)); // the page behind the last line is gone
        }
    }

    private Optional<RunState> state(ChainCopy chain) {
        StoredRun stored = new StoredRun(chain.run(), codec);
        try {
            for (Entry entry : chain.entries()) {
                stored.add(entry);
            }
            return Optional.of(RunState.fold(stored.soFar()));
        } catch (JournalException e) {
            return Optional.empty();
        }
    }
}
