package dev.blackstart.proof.honest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// One fault on one host: armed with the decision to send, called off when the end is known first.
final class Strike {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final long POLL_MILLIS = 50;

    private final Case drawn;
    private final Target target;
    private final Target stranger;
    private final Truth truth;
    private final ScheduledExecutorService clock;
    private Optional<Instant> at = Optional.empty();
    private Optional<Instant> back = Optional.empty();
    private boolean over;
    private long up;
    private long down;

    /// @param stranger another host, which answers in the place of this one when it is an impostor
    Strike(
            Case drawn,
            Target target,
            Target stranger,
            Truth truth,
            ScheduledExecutorService clock) {
        this.drawn = drawn;
        this.target = target;
        this.stranger = stranger;
        this.truth = truth;
        this.clock = clock;
    }

    Case drawn() {
        return drawn;
    }

    Truth truth() {
        return truth;
    }

    /// When it struck; empty when it did not.
    synchronized Optional<Instant> at() {
        return at;
    }

    /// When the host could be reached again.
    synchronized Optional<Instant> back() {
        return back;
    }

    void intended() {
        if (drawn.fault().moment() instanceof Moment.AtByte it) {
            if (it.fresh()) {
                target.link.wires().forEach(Wire::reset);
            }
            target.link.count(Optional.of(it), this::fall);
        } else {
            target.link.count(Optional.empty(), () -> {});
        }
    }

    void sent() {
        switch (drawn.fault().moment()) {
            case Moment.AtByte it -> {}
            case Moment.AfterSending it -> later(it.delay().toMillis(), this::fall);
            case Moment.AtTheEnd it -> {
                target.link.wires().forEach(Wire::withhold);
                later(POLL_MILLIS, this::fallWhenAllIsSaid);
            }
        }
    }

    /// The end is known; what has not struck strikes no more.
    void over() {
        long wentUp = target.link.passed(Way.UP);
        long wentDown = target.link.passed(Way.DOWN);
        synchronized (this) {
            if (!over) {
                up = wentUp;
                down = wentDown;
            }
            over = true;
        }
    }

    /// Bytes that went through from the decision to send until the end was known.
    synchronized int went(Way way) {
        return (int) (way == Way.UP ? up : down);
    }

    private void fallWhenAllIsSaid() {
        boolean said =
                truth.status().isPresent()
                        && target.link.wires().stream()
                                .allMatch(wire -> wire.quiet(QUIET.toNanos()));
        if (said) {
            fall();
        } else if (!isOver()) {
            later(POLL_MILLIS, this::fallWhenAllIsSaid);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private void later(long millis, Runnable what) {
        ScheduledFuture<?> _ = clock.schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    private void fall() {
        Fault fault = drawn.fault();
        synchronized (this) {
            if (over || at.isPresent()) {
                return;
            }
            Instant now = Clock.systemUTC().instant();
            at = Optional.of(now);
            back =
                    Optional.of(
                            now.plus(
                                    fault.effect() == Effect.STALL
                                            ? fault.lasts()
                                            : fault.outage()));
        }
        if (!fault.outage().isZero()) {
            target.link.refuse();
            later(fault.outage().toMillis(), target.link::allow);
        }
        if (fault.again() > 0) {
            target.link.count(
                    Optional.of(new Moment.AtByte(Way.DOWN, fault.again(), true)), this::again);
        }
        befall(fault);
    }

    private void befall(Fault fault) {
        Link link = target.link;
        switch (fault.effect()) {
            case RESET -> link.wires().forEach(Wire::reset);
            case CLOSE -> link.wires().forEach(Wire::close);
            case FREEZE -> link.wires().forEach(Wire::freeze);
            case STALL -> link.wires().forEach(wire -> wire.stall(fault.lasts().toNanos()));
            case KILL_SERVER -> target.killServers();
            case KILL_WRAPPER -> target.killWrappers();
            case TRUNCATE ->
                    link.wires()
                            .forEach(wire ->
                                    wire.truncate(((Moment.AtTheEnd) fault.moment()).lost()));
            case REBOOT -> target.reboot(drawn.number() % 2 == 0);
            case IMPOSTOR -> {
                link.lead(stranger.port());
                link.wires().forEach(Wire::reset);
            }
        }
    }

    /// While it is found out what became of the action, the connection is lost once more.
    private void again() {
        target.link.wires().forEach(Wire::reset);
        Instant now = Clock.systemUTC().instant();
        synchronized (this) {
            back = back.map(before -> before.isAfter(now) ? before : now);
        }
    }

    /// Everything is well again.
    void heal() {
        over();
        target.link.count(Optional.empty(), () -> {});
        target.link.lead(target.port());
        target.link.wires().forEach(Wire::reset);
    }
}
