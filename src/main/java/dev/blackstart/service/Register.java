package dev.blackstart.service;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Watcher;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// The runs that this process carries out, each on a thread of its own.
final class Register {
    /// More runs at once are refused.
    static final int MOST = 32;

    /// How long a run may take to record its first event.
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger("blackstart");

    private record Running(Carried carried, Thread thread) {}

    private final Map<RunId, Running> running = new ConcurrentHashMap<>();
    private final ReentrantLock opening = new ReentrantLock();
    private final Bell bell;
    private final Dropped dropped;
    private final Consumer<RunId> ended;
    private volatile boolean stopping;

    /// @param dropped gets those that were let go without the journal
    /// @param ended told of a run that is not carried out here any more
    Register(Bell bell, Dropped dropped, Consumer<RunId> ended) {
        this.bell = bell;
        this.dropped = dropped;
        this.ended = ended;
    }

    /// Opens a run and carries it out from now on. One is opened at a time, so that a run which
    /// this process has already is not taken up twice: the journal knows processes, not threads.
    ///
    /// @param id of a run that is taken up; empty for a new one
    /// @param open makes the session for a watcher
    RunId carry(
            Optional<RunId> id, Function<Watcher, Carried> open, Consumer<Carried> beforeItBegins) {
        CountDownLatch begun = new CountDownLatch(1);
        Carried carried;
        opening.lock();
        try {
            refuse(id);
            carried =
                    open.apply((recorded, state) -> {
                        bell.ring();
                        begun.countDown();
                    });
            beforeItBegins.accept(carried);
            start(carried, begun);
        } finally {
            opening.unlock();
        }
        await(begun);
        return carried.id();
    }

    private void refuse(Optional<RunId> id) {
        if (stopping) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "The service is being stopped; nothing was sent.");
        }
        if (running.size() >= MOST) {
            throw new Refusal(
                    Refusal.Kind.LIMIT,
                    "This service carries out %d runs at once, and does; wait until one has ended."
                            .formatted(MOST));
        }
        id.filter(running::containsKey)
                .ifPresent(run -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            "This service carries run %s out already.".formatted(run));
                });
    }

    private void start(Carried carried, CountDownLatch begun) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("run-" + carried.id())
                        .unstarted(() -> carryOut(carried, begun));
        running.put(carried.id(), new Running(carried, thread));
        dropped.taken(carried.id());
        thread.start();
    }

    private void carryOut(Carried carried, CountDownLatch begun) {
        try (carried) {
            Carried.End end = carried.run();
            LOG.log(System.Logger.Level.INFO, "Run {0}: {1}", carried.id(), end.reason());
            if (end.journalLost()) {
                dropped.add(carried.id());
            }
        } catch (Refusal e) {
            LOG.log(System.Logger.Level.WARNING, "Run {0}: {1}", carried.id(), e.getMessage());
            dropped.kept(carried.id());
        } finally {
            running.remove(carried.id());
            begun.countDown();
            bell.ring();
            ended.accept(carried.id());
        }
    }

    private static void await(CountDownLatch begun) {
        try {
            boolean _ = begun.await(BEGINS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean has(RunId run) {
        return running.containsKey(run);
    }

    List<RunId> all() {
        return List.copyOf(running.keySet());
    }

    /// What only the process itself can be told.
    void submit(RunId run, OperatorCommand command) {
        Optional.ofNullable(running.get(run)).ifPresent(it -> it.carried().submit(command));
    }

    /// No new sends from now on; what is under way is left to its receipts. Waits for the runs to
    /// be left.
    void stop(String reason, Duration within) {
        stopping = true;
        running.values().forEach(it -> it.carried().submit(new OperatorCommand.Leave(reason)));
        long until = System.nanoTime() + within.toNanos();
        for (Running it : List.copyOf(running.values())) {
            join(it.thread(), Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    private static void join(Thread thread, Duration most) {
        try {
            thread.join(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
