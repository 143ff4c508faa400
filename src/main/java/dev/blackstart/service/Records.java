package dev.blackstart.service;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The journal as a server reads it: runs that many look at are folded once.
final class Records {
    private static final int KEPT = 64;

    /// An event of another process is seen so much later at most.
    private static final Duration STALE = Duration.ofMillis(250);

    private final Journal journal;
    private final Carrier carrier;
    private final Dropped dropped;
    private final InstantSource clock;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<RunId, Folded> folded = new Newest<>(KEPT);
    private final Map<Map<String, String>, Plan> plans = new Newest<>(KEPT);

    private final Map<RunId, Glance> glances = new ConcurrentHashMap<>();

    private record Glance(long sequence, long at, long rung) {}

    private record Folded(RunState state, List<Recorded> events) {}

    /// Forgets what was not asked for longest.
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private final int most;

        Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    Records(Journal journal, Carrier carrier, Dropped dropped, InstantSource clock) {
        this.journal = journal;
        this.carrier = carrier;
        this.dropped = dropped;
        this.clock = clock;
    }

    Snapshot of(RunId run) {
        boolean carried = carried(run);
        Folded now = folded(run, newest(run));
        if (now.state().opened().isEmpty()) {
            throw absent(run);
        }
        return new Snapshot(run, now.state(), now.events(), carried, clock.instant());
    }

    private Folded folded(RunId run, long newest) {
        guard.lock();
        try {
            Folded before = folded.get(run);
            if (before != null && before.state().sequence() >= newest) {
                return before;
            }
        } finally {
            guard.unlock();
        }
        List<Recorded> events = Asked.of(() -> journal.read(run));
        Folded now = new Folded(RunState.fold(events), events);
        guard.lock();
        try {
            folded.put(run, now);
        } finally {
            guard.unlock();
        }
        return now;
    }

    /// What a run was opened with, and goes by now.
    Plan plan(Snapshot snapshot) {
        Map<String, String> key = new LinkedHashMap<>(snapshot.state().takingUps().blobs());
        key.putAll(snapshot.opened().parameters());
        key.put("", snapshot.opened().mode().name());
        guard.lock();
        try {
            Plan known = plans.get(key);
            if (known != null) {
                return known;
            }
        } finally {
            guard.unlock();
        }
        Plan plan = carrier.plan(snapshot.state());
        guard.lock();
        try {
            plans.put(Map.copyOf(key), plan);
        } finally {
            guard.unlock();
        }
        return plan;
    }

    List<Recorded> events(RunId run) {
        return Asked.of(() -> journal.read(run));
    }

    /// The same for many who ask at once: asked of the journal again when something was recorded
    /// here, or after a while.
    ///
    /// @param rung how often the bell has rung
    long glance(RunId run, long rung) {
        Glance before = glances.get(run);
        long now = System.nanoTime();
        if (before != null && before.rung() == rung && now - before.at() < STALE.toNanos()) {
            return before.sequence();
        }
        long sequence = newest(run);
        if (glances.size() > KEPT) {
            glances.clear();
        }
        glances.put(run, new Glance(sequence, now, rung));
        return sequence;
    }

    /// All events of a run that has so many at least.
    List<Recorded> known(RunId run, long newest) {
        return folded(run, newest).events();
    }

    long newest(RunId run) {
        return Asked.of(() -> journal.newest(run));
    }

    Map<RunId, Long> heads() {
        return Asked.of(journal::heads);
    }

    List<HeldLock> locks() {
        return Asked.of(journal::locks);
    }

    boolean carried(RunId run) {
        return owner(run).isPresent();
    }

    /// The living process that carries a run out.
    Optional<Owner> owner(RunId run) {
        return Asked.of(() -> journal.owner(run)).filter(owner -> !dropped.has(run, owner));
    }

    Optional<byte[]> kept(String sha256) {
        return Asked.of(() -> journal.kept(sha256));
    }

    void request(RunId run, Request request) {
        Asked.of(() -> {
            journal.request(run, request);
            return run;
        });
    }

    static Refusal absent(RunId run) {
        return new Refusal(Refusal.Kind.NOT_FOUND, "There is no run " + run + ".");
    }
}
