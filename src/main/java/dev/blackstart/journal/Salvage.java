package dev.blackstart.journal;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can still be read of a damaged journal, run by run. A chain ends where it does not verify
/// any more; whatever cannot be read is left out.
final class Salvage {
    /// A run, and its chain as far as it verifies.
    record Found(ChainCopy chain, LeftRun left) {
        String head() {
            return chain.run() + " " + chain.entries().size() + " " + chain.hash();
        }
    }

    private final SqliteFile file;
    private final EventCodec codec = new EventCodec();

    Salvage(Path file) {
        this.file = new SqliteFile(file);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException, JournalException;
    }

    List<Found> runs() {
        try (Connection connection = file.reader()) {
            EventTable table = new EventTable(connection);
            // a page that is gone takes one table with it, not the others
            List<HeldLock> locks = orElse(List.of(), () -> locks(connection));
            Set<RunId> unresolved =
                    orElse(Set.of(), () -> new LockTable(connection).unresolved());
            Set<RunId> runs = new LinkedHashSet<>(orElse(List.of(), table::runs));
            locks.forEach(lock -> runs.add(lock.holder().run()));
            runs.addAll(unresolved);
            return runs.stream()
                    .map(run -> found(connection, chain(table, run), locks, unresolved))
                    .toList();
        } catch (SQLException | JournalException e) {
            return List.of();
        }
    }

    private static <T> T orElse(T nothing, Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException | JournalException e) {
            return nothing;
        }
    }

    /// Whoever held them, no process carries a run of a journal out that was put aside.
    private static List<HeldLock> locks(Connection connection) throws SQLException {
        return new LockTable(connection).all(new Locking(run -> Optional.empty(), owner -> false));
    }

    private static ChainCopy chain(EventTable table, RunId run) {
        ChainCopy.Copying copying = new ChainCopy.Copying(run);
        try {
            table.read(run, copying::add);
            return copying.end(table.head(run));
        } catch (SQLException | JournalException e) {
            return copying.end(Head.NONE); // the page behind the last line is gone
        }
    }

    private Found found(
            Connection connection, ChainCopy chain, List<HeldLock> locks, Set<RunId> unresolved) {
        List<Recorded> events = events(chain);
        boolean whole =
                chain.damage().isEmpty()
                        && !events.isEmpty()
                        && events.size() == chain.entries().size();
        Optional<RunState> state =
                events.isEmpty() ? Optional.empty() : Optional.of(RunState.fold(events));
        return new Found(
                chain,
                new LeftRun(
                        chain.run(),
                        events.size(),
                        whole,
                        state,
                        locks.stream()
                                .filter(it -> it.holder().run().equals(chain.run()))
                                .toList(),
                        unresolved.contains(chain.run()),
                        whole ? List.of() : files(connection, state)));
    }

    /// As far as they can be told: one of a newer version ends them too.
    private List<Recorded> events(ChainCopy chain) {
        StoredRun stored = new StoredRun(chain.run(), codec);
        try {
            for (Entry entry : chain.entries()) {
                stored.add(entry);
            }
        } catch (JournalException e) {
            return stored.soFar();
        }
        return stored.soFar();
    }

    private static List<byte[]> files(Connection connection, Optional<RunState> state) {
        KeptTable kept = new KeptTable(connection);
        List<byte[]> files = new ArrayList<>();
        state.map(it -> it.takingUps().blobs().values())
                .orElse(List.of())
                .forEach(sha256 ->
                        orElse(Optional.<byte[]>empty(), () -> kept.content(sha256))
                                .ifPresent(files::add));
        return files;
    }
}
