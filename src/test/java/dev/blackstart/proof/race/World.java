package dev.blackstart.proof.race;

import dev.blackstart.journal.Lock;
import dev.blackstart.run.RunId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The truth about effects: on each host the run that acts there now.
final class World {
    private final Map<Lock, RunId> acting = new ConcurrentHashMap<>();
    private final AtomicInteger acted = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();

    void acts(RunId run, Set<Lock> on) {
        acted.incrementAndGet();
        for (Lock lock : on) {
            if (acting.putIfAbsent(lock, run) != null) {
                met.incrementAndGet();
            }
        }
    }

    void ends(RunId run) {
        acting.values().removeIf(run::equals);
    }

    int acted() {
        return acted.get();
    }

    /// How often a run acted where another did.
    int met() {
        return met.get();
    }

    boolean quiet() {
        return acting.isEmpty();
    }
}
