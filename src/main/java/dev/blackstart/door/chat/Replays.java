package dev.blackstart.door.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// What has come before, for as long as it could be taken again.
final class Replays {
    /// More at once is a flood, and refused.
    private static final int MOST = 100_000;

    private final Duration kept;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Replays(Duration kept) {
        this.kept = kept;
    }

    boolean first(String what, Instant now) {
        guard.lock();
        try {
            Iterator<Instant> oldest = seen.values().iterator();
            while (oldest.hasNext() && oldest.next().plus(kept).isBefore(now)) {
                oldest.remove();
            }
            return seen.size() < MOST && seen.putIfAbsent(what, now) == null;
        } finally {
            guard.unlock();
        }
    }
}
