package dev.blackstart.door.chat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Tells one person something that stands in no message of a run, and tries again while the chat
/// takes nothing. To hear it twice harms nobody, never to hear it does. What is not told when this
/// process ends is not told.
final class Courier {
    /// Each pause is twice as long as the one before, which ends well before the half hour for
    /// which an address of Slack is good.
    private static final int TRIES = 6;

    private final Duration first;

    /// @param first pause after the first try that failed
    Courier(Duration first) {
        this.first = first;
    }

    void tell(Supplier<HttpPost.Result> send) {
        tell(send, 1, first);
    }

    private void tell(Supplier<HttpPost.Result> send, int number, Duration pause) {
        boolean answered = send.get() instanceof HttpPost.Result.Answer;
        if (!answered && number < TRIES) {
            CompletableFuture.delayedExecutor(
                            pause.toMillis(),
                            TimeUnit.MILLISECONDS,
                            work -> Thread.ofVirtual().start(work))
                    .execute(() -> tell(send, number + 1, pause.multipliedBy(2)));
        }
    }
}
