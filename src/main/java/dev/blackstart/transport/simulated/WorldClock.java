package dev.blackstart.transport.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// Runs as fast as another clock and can be put forward, never back.
final class WorldClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> ahead;

    WorldClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private WorldClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    void forward(Duration by) {
        ahead.updateAndGet(so -> by.isNegative() ? so : so.plus(by));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WorldClock(base.withZone(zone), ahead);
    }
}
