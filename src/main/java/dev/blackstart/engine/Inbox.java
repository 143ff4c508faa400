package dev.blackstart.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/// What arrived for an engine and was not taken yet. Any thread may add; one takes.
final class Inbox {
    private final BlockingDeque<Arrival> arrivals = new LinkedBlockingDeque<>();

    void add(Arrival arrival) {
        arrivals.add(arrival);
    }

    /// All that has arrived so far, in order.
    List<Arrival> take() {
        List<Arrival> taken = new ArrayList<>();
        arrivals.drainTo(taken);
        return taken;
    }

    /// Waits until something is there; false when nothing came in time.
    boolean await(Duration most) throws InterruptedException {
        if (!arrivals.isEmpty()) {
            return true;
        }
        Arrival first = arrivals.poll(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
        if (first != null) {
            arrivals.addFirst(first);
        }
        return first != null;
    }
}
