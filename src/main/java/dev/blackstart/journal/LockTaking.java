package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes locks in one transaction: all of them, or none when another run holds one.
final class LockTaking {
    private final Holder holder;
    private final List<Lock> wanted;
    private final boolean acted;
    private final Processes processes;

    LockTaking(Holder holder, Collection<Lock> wanted, boolean acted, Processes processes) {
        this.holder = holder;
        this.wanted = Lock.sorted(wanted);
        this.acted = acted;
        this.processes = processes;
    }

    /// Which run has an owner is read once, so that all answers are of one moment.
    static Locking locking(Connection connection, Processes processes) throws SQLException {
        Map<RunId, Owner> owners = new OwnerTable(connection).all();
        return new Locking(run -> Optional.ofNullable(owners.get(run)), processes);
    }

    List<HeldLock> take(Connection connection) throws SQLException {
        LockTable table = new LockTable(connection);
        Locking locking = locking(connection, processes);
        Map<Lock, HeldLock> standing = standing(table, locking);
        List<HeldLock> held =
                locking.held(holder.run(), wanted, lock -> Optional.ofNullable(standing.get(lock)));
        if (held.isEmpty()) {
            for (Lock lock : wanted) {
                table.set(lock, holder, acted || actedBefore(standing.get(lock)));
            }
        }
        return held;
    }

    /// What has been sent stays sent, whoever takes the lock anew for the same run.
    private boolean actedBefore(@Nullable HeldLock before) {
        return Locking.actedBefore(holder.run(), Optional.ofNullable(before));
    }

    boolean taken(Connection connection) throws SQLException {
        LockTable table = new LockTable(connection);
        List<HeldLock> there =
                new ArrayList<>(standing(table, locking(connection, processes)).values());
        there.removeIf(it -> !it.holder().equals(holder));
        return there.size() == wanted.size();
    }

    private Map<Lock, HeldLock> standing(LockTable table, Locking locking) throws SQLException {
        Map<Lock, HeldLock> standing = new HashMap<>();
        for (Lock lock : wanted) {
            table.of(lock, locking).ifPresent(it -> standing.put(lock, it));
        }
        return standing;
    }
}
