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
/// of a run that has sent nothing lapse with its process, and so do those of a closed one that was
/// to be opened again and was not.
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

    static boolean actedBefore(RunId run, Optional<HeldLock> before) {
        return before.filter(it -> it.holder().run().equals(run))
                .filter(HeldLock::acted)
                .isPresent();
    }

    /// From here on the locks outlive the process: something is sent, or a run that has acted is
    /// open again.
    static boolean acts(Collection<RunEvent> events) {
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Dispatched || event instanceof RunEvent.Reopened) {
                return true;
            }
        }
        return false;
    }

    static Optional<RunEvent.Closed> closes(Collection<RunEvent> events) {
        Optional<RunEvent.Closed> last = Optional.empty();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Closed closed) {
                last = Optional.of(closed);
            }
        }
        return last;
    }

    /// Does a closed run keep it? Hosts whose outcome is unknown stay locked, and with them the
    /// resources, since nobody knows on which of them the run is still at work.
    static boolean stays(Lock lock, RunEvent.Closed closed) {
        return !closed.unknown().isEmpty()
                && (lock.isResource()
                        || closed.unknown().stream()
                                .anyMatch(host -> host.value().equals(lock.shown())));
    }

    List<HeldLock> holding(Stream<HeldLock> all) {
        return all.filter(this::holds)
                .sorted((one, other) -> one.lock().compareTo(other.lock()))
                .toList();
    }
}
