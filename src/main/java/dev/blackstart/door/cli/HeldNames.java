package dev.blackstart.door.cli;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.RunId;
import java.util.List;

/// What runs hold, by the names people have for it; a host has a lock for each of its keys.
record HeldNames(List<HeldLock> locks) {
    HeldNames {
        locks = List.copyOf(locks);
    }

    List<String> of(RunId run) {
        return locks.stream()
                .filter(it -> it.holder().run().equals(run))
                .flatMap(it -> it.lock().names().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
