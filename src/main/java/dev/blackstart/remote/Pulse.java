package dev.blackstart.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Asks every few seconds whether a run that is watched is still carried out. A service that was
/// started again needs a moment to take its runs up, so that a run stands still only when it has
/// for a while.
final class Pulse implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration STANDS_STILL = Duration.ofSeconds(8);

    private final Wire wire;
    private final RunId run;
    private final BooleanSupplier silent;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> person;
    private volatile boolean still;

    /// @param person for whom it is carried out now
    /// @param silent is the service known not to answer?
    Pulse(Wire wire, RunId run, Optional<String> person, BooleanSupplier silent) {
        this.wire = wire;
        this.run = run;
        this.person = person;
        this.silent = silent;
    }

    void start() {
        Thread.ofPlatform().daemon().name("pulse").start(this::ask);
    }

    /// Whoever carries it out, as far as is known; empty when nobody has for a while.
    Optional<String> person() {
        return still ? Optional.empty() : person;
    }

    private void ask() {
        long seen = System.nanoTime();
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<String> now = silent.getAsBoolean() ? person : carrier();
                if (now.isPresent()) {
                    person = now;
                    seen = System.nanoTime();
                }
                still = System.nanoTime() - seen > STANDS_STILL.toNanos();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What cannot be asked now is as it was.
    private Optional<String> carrier() {
        try {
            return of(wire.get("/api/v1/runs/" + run));
        } catch (ServiceTrouble trouble) {
            return person;
        }
    }

    static Optional<String> of(JsonNode run) {
        return run.path("carried_out").asBoolean()
                ? Optional.of(run.path("carried_by").asText("the service"))
                : Optional.empty();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
