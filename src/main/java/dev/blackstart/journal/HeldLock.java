package dev.blackstart.journal;

import dev.blackstart.inventory.Counted;
import dev.blackstart.run.RunId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/// A lock that is held.
///
/// @param acted the run has sent something, so it keeps the lock until it is closed
/// @param carriedOut a process carries the run out now
/// @param unresolved the run was closed with an outcome unknown, and keeps the lock until that is
///   found out
public record HeldLock(
        Lock lock, Holder holder, boolean acted, boolean carriedOut, boolean unresolved) {
    /// The names of the hosts that a run holds among these.
    public static SortedSet<String> hosts(RunId run, Collection<HeldLock> locks) {
        SortedSet<String> hosts = new TreeSet<>(Counted.ORDER);
        locks.stream()
                .filter(it -> it.holder().run().equals(run) && !it.lock().isResource())
                .forEach(it -> hosts.addAll(it.lock().names()));
        return hosts;
    }

    /// Of a run that is not closed.
    public HeldLock(Lock lock, Holder holder, boolean acted, boolean carriedOut) {
        this(lock, holder, acted, carriedOut, false);
    }
}
