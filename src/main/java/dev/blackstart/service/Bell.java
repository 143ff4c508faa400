package dev.blackstart.service;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Rings when something was recorded by this process, so that whoever follows a run looks at once.
final class Bell {
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition rung = guard.newCondition();
    private long count;

    void ring() {
        guard.lock();
        try {
            count++;
            rung.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /// How often it has rung.
    long count() {
        guard.lock();
        try {
            return count;
        } finally {
            guard.unlock();
        }
    }

    /// Waits until it has rung more often than that, or for so long.
    void await(long seen, Duration most) throws InterruptedException {
        guard.lock();
        try {
            long left = most.toNanos();
            while (count == seen && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            guard.unlock();
        }
    }
}
