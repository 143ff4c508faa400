package dev.blackstart.chat;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Service;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Sees when a run that was started elsewhere, at the command line, over REST or in the console,
/// waits for a person, so that a channel tells it without having been asked. Drills and rehearsals
/// page nobody: their runs are told where somebody asked for them.
public final class Lookout implements AutoCloseable {
    private final Service service;
    private final Caller onlooker;
    private final Consumer<RunId> tell;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param tell makes the channels hear of a run; the same run may come again
    /// @param every how often it looks
    public Lookout(Service service, People people, Consumer<RunId> tell, Duration every) {
        this.service = service;
        this.onlooker = people.onlooker();
        this.tell = tell;
        this.every = every;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("chat-lookout").start(this::looks);
    }

    private void looks() {
        try {
            do {
                look();
            } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            service.runs().list(RunQuery.OPEN, onlooker).runs().stream()
                    .filter(it -> it.gate().isPresent() && pages(it.mode()))
                    .map(RunSummary::run)
                    .forEach(tell);
        } catch (Refusal e) {
            System.getLogger("blackstart")
                    .log(System.Logger.Level.WARNING, "Chat: {0}", e.getMessage());
        }
    }

    private static boolean pages(Mode mode) {
        return switch (mode) {
            case LIVE, DIAGNOSIS -> true;
            case REHEARSAL, DRILL -> false;
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
