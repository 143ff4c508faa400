package dev.blackstart.transport.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// What happens in a world, in the order of its times, on one thread. Time passes by itself; when
/// nobody needs it, it can be put forward to the next happening.
final class Timeline implements AutoCloseable {
    private final WorldClock clock;
    private final Instant begin;
    private final PriorityQueue<Happening> coming =
            new PriorityQueue<>(
                    Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
    private final Thread thread =
            Thread.ofPlatform().name("simulated-world").daemon().unstarted(this::work);
    private long count;
    private boolean busy;
    private boolean closed;

    private record Happening(Instant at, long number, Runnable what) {}

    Timeline(WorldClock clock) {
        this.clock = clock;
        this.begin = clock.instant();
    }

    Timeline start() {
        thread.start();
        return this;
    }

    /// Time since the world began.
    Duration elapsed() {
        return Duration.between(begin, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    /// After `close` nothing happens any more.
    synchronized void after(Duration delay, Runnable what) {
        coming.add(new Happening(clock.instant().plus(delay), count++, what));
        notifyAll();
    }

    /// Puts time forward by `most`, or to what happens before.
    ///
    /// @return whether something happens now, or is about to
    synchronized boolean skip(Duration most) {
        Happening next = coming.peek();
        if (busy || next != null && !next.at().isAfter(clock.instant())) {
            return true;
        }
        Duration until = next == null ? most : Duration.between(clock.instant(), next.at());
        clock.forward(until.compareTo(most) < 0 ? until : most);
        notifyAll();
        return until.compareTo(most) < 0;
    }

    private void work() {
        try {
            Optional<Happening> next = next();
            while (next.isPresent()) {
                next.get().what().run();
                next = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Happening> next() throws InterruptedException {
        busy = false;
        while (!closed) {
            Happening first = coming.peek();
            if (first == null) {
                wait();
                continue;
            }
            long left = Duration.between(clock.instant(), first.at()).toMillis();
            if (left <= 0) {
                busy = true;
                return Optional.of(coming.remove());
            }
            wait(left);
        }
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
