package dev.blackstart.door.cli;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A surface on which a question stands until a test answers it or it is taken back.
final class Questions implements Surface {
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    final BlockingQueue<String> takenBack = new LinkedBlockingQueue<>();
    final BlockingQueue<String> drawn = new LinkedBlockingQueue<>();
    private volatile boolean asking;

    /// What stands in the line when a question is taken back.
    volatile String typing = "";

    @Override
    public Reply ask(String prompt, String draft) {
        replies.clear();
        asking = true;
        asked.add(prompt);
        try {
            return replies.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Reply came = replies.poll(); // what was taken back is told even so, as at a terminal
            return came == null ? new Reply.Closed() : came;
        } finally {
            asking = false;
        }
    }

    @Override
    public Reply askUntil(String prompt, String draft, BooleanSupplier over) {
        return ask(prompt, draft);
    }

    @Override
    public void cancel() {
        if (asking) {
            takenBack.add("taken back");
            replies.add(new Reply.Closed(typing));
        }
    }

    /// Waits for one.
    static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void print(List<String> lines) {
        drawn.add("print " + lines);
    }

    @Override
    public void region(List<String> lines) {
        drawn.add("region " + lines);
    }

    @Override
    public void notice(String words) {}

    @Override
    public void clear() {}

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public void interrupts(Runnable handler) {}

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void close() {}
}
