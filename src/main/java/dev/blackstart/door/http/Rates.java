package dev.blackstart.door.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// How often each caller may ask: a bucket each that holds some requests and fills again with time.
@ApplicationScoped
public class Rates {
    /// So many at once, and so many a second after that.
    static final int BURST = 200;

    static final int A_SECOND = 50;

    private static final int CALLERS = 10_000;

    private record Bucket(double left, long at) {}

    private final ReentrantLock guard = new ReentrantLock();
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > CALLERS;
                }
            };

    Rates() {
        this(System::nanoTime);
    }

    Rates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// False when this one is too much.
    public boolean take(String caller) {
        guard.lock();
        try {
            long now = nanos.getAsLong();
            Bucket before = buckets.getOrDefault(caller, new Bucket(BURST, now));
            double seconds = (now - before.at()) / (double) Duration.ofSeconds(1).toNanos();
            double left = Math.min(BURST, before.left() + seconds * A_SECOND);
            buckets.put(caller, new Bucket(left < 1 ? left : left - 1, now));
            return left >= 1;
        } finally {
            guard.unlock();
        }
    }
}
