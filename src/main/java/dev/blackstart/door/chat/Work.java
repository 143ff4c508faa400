package dev.blackstart.door.chat;

import dev.blackstart.chat.Message;
import dev.blackstart.chat.Wish;
import dev.blackstart.service.Refusal;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Goes on behind what a chat is answered at once: a platform waits three seconds and no longer.
final class Work implements AutoCloseable {
    /// So long an answer is waited for before the platform gets an empty one.
    static final Duration SOON = Duration.ofMillis(1_500);

    private static final int THREADS = 4;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Executors.defaultThreadFactory());

    /// There is too much to do already.
    static final class Full extends Exception {}

    /// @param late gets what did not come soon
    /// @return what came soon
    <T> Optional<T> soon(Supplier<T> what, Consumer<T> late) throws Full {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    result.complete(what.get());
                } catch (RuntimeException e) {
                    System.getLogger("blackstart")
                            .log(System.Logger.Level.ERROR, "A bug in Blackstart", e);
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new Full();
        }
        try {
            return Optional.of(result.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            var _ = result.thenAccept(late);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what a chat asked was not done", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A command of a person: its answer is there soon, or is told behind it.
    ///
    /// @param done carries it out
    /// @param shown the form in which the platform takes a message
    /// @param late gets an answer that did not come soon
    <J extends Json> Reply command(
            String text,
            Function<Wish, Message> done,
            Function<Message, J> shown,
            Consumer<J> late) {
        try {
            Wish wish = Wish.of(text);
            return soon(() -> shown.apply(done.apply(wish)), late)
                    .map(Reply::of)
                    .orElseGet(() ->
                            Reply.of(
                                    shown.apply(
                                            Message.said(
                                                    "It is being done; you hear of it here."))));
        } catch (Refusal e) {
            return Reply.of(shown.apply(Message.said(e.lines())));
        } catch (Full e) {
            return Reply.of(shown.apply(Strangers.busy()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
