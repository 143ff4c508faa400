package dev.blackstart.door.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Draws on a thread of its own, so that the engine never waits for a terminal. What finds no room
/// because the terminal takes nothing is counted and left out; the journal has it.
final class Feed {
    static final int ROOM = 10_000;

    private static final long TICK_MILLIS = 1000;

    private final BlockingQueue<Runnable> waiting;
    private final AtomicLong leftOut = new AtomicLong();
    private final Runnable tick;
    private final LongConsumer behind;
    private volatile boolean ended;

    /// @param tick called after each piece of work and once a second
    /// @param behind told how many pieces of work were left out
    Feed(int room, Runnable tick, LongConsumer behind) {
        this.waiting = new LinkedBlockingQueue<>(room);
        this.tick = tick;
        this.behind = behind;
    }

    Thread start() {
        return Thread.ofPlatform().daemon().name("screen").start(this::serve);
    }

    /// Never waits.
    void offer(Runnable drawing) {
        if (!waiting.offer(drawing)) {
            leftOut.incrementAndGet();
        }
    }

    /// Waits until everything offered so far is drawn.
    void settle() {
        CountDownLatch drawn = new CountDownLatch(1);
        try {
            waiting.put(drawn::countDown);
            drawn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Draws what is left, and ends.
    void end() {
        settle();
        ended = true;
        offer(() -> {});
    }

    private void serve() {
        try {
            while (!ended) {
                Runnable drawing = waiting.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (drawing != null) {
                    draw(drawing);
                    tellWhatWasLeftOut();
                }
                if (!ended && waiting.isEmpty()) {
                    draw(tick);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A bug in a drawing takes that drawing away, and nothing else: whoever waits for this thread
    /// would wait for ever.
    private void draw(Runnable drawing) {
        try {
            drawing.run();
        } catch (RuntimeException e) {
            leftOut.incrementAndGet();
        }
    }

    private void tellWhatWasLeftOut() {
        long count = leftOut.getAndSet(0);
        if (count > 0) {
            behind.accept(count);
        }
    }
}
