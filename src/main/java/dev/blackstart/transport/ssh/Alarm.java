package dev.blackstart.transport.ssh;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A deadline over a stretch of blocking code on the current thread: when it passes, the thread is
/// interrupted and the connection cut, so that nothing can block on. Close it on the same thread.
final class Alarm implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final Runnable cut;
    private final ScheduledFuture<?> timer;
    private boolean over;
    private boolean rang;

    Alarm(ScheduledExecutorService clock, Duration within, Runnable cut) {
        this.cut = cut;
        this.timer = clock.schedule(this::ring, within.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void ring() {
        if (!over) {
            rang = true;
            thread.interrupt();
            cut.run();
        }
    }

    synchronized boolean rang() {
        return rang;
    }

    @Override
    public synchronized void close() {
        over = true;
        timer.cancel(false);
        if (rang) {
            Thread.interrupted();
        }
    }
}
