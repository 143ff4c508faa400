package dev.blackstart.journal;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who may have a lock. A run holds its locks while its process lives, and from its first sending
/// on until it is closed, whatever becomes of its process: nobody knows how far it came. The locks
/// of a run that has sent nothing lapse with its process.
record Locking(Function<RunId, Optional<Owner>> owners, Liveness processes) {
    boolean holds(HeldLock lock) {
        return lock.acted() || carriedOut(lock.holder().run());
    }

    boolean carriedOut(RunId run) {
        return owners.apply(run).filter(processes::alive).isPresent();
    }

    /// Those of the wanted that another run holds.
    ///
    /// @param standing what stands for a lock, whether it has lapsed or not
    List<HeldLock> held(
            RunId run, Collection<Lock> wanted, Function<Lock, Optional<HeldLock>> standing) {
        List<HeldLock> held = new ArrayList<>();
        for (Lock lock : wanted) {
            standing.apply(lock)
                    .filter(it -> !it.holder().run().equals(run))
                    .filter(this::holds)
                    .ifPresent(held::add);
        }
        return held;
    }

    static boolean acts(Collection<RunEvent> events) {
        return events.stream().anyMatch(RunEvent.Dispatched.class::isInstance);
    }

    static boolean closes(Collection<RunEvent> events) {
        return events.stream().anyMatch(RunEvent.Closed.class::isInstance);
    }

    List<HeldLock> holding(Stream<HeldLock> all) {
        return all.filter(this::holds)
                .sorted((one, other) -> one.lock().compareTo(other.lock()))
                .toList();
    }
}
