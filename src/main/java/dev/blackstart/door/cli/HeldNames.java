package dev.blackstart.door.cli;

import dev.blackstart.inventory.Counted;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Set;

/// What runs hold, by the names people have for it; a host has a lock for each of its keys.
record HeldNames(List<HeldLock> locks) {
    HeldNames {
        locks = List.copyOf(locks);
    }

    /// Without what is no host.
    Set<String> hosts(RunId run) {
        return HeldLock.hosts(run, locks);
    }

    List<String> of(RunId run) {
        return locks.stream()
                .filter(it -> it.holder().run().equals(run))
                .flatMap(it -> it.lock().names().stream())
                .distinct()
                .sorted(Counted.ORDER)
                .toList();
    }
}
