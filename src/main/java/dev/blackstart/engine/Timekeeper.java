package dev.blackstart.engine;

import dev.blackstart.journal.Timepiece;
import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The time a run goes by. It begins with what the wall clock shows and runs on with the monotonic
/// one, so that nobody who sets the wall clock makes anything expire later; when the two have come
/// apart it says so, once, and begins anew with what the wall clock shows then. Used by one thread.
final class Timekeeper implements InstantSource {
    /// Less than this is how clocks are corrected every day.
    static final Duration NOTICED = Duration.ofSeconds(5);

    private final Timepiece timepiece;
    private ClockReading base;

    Timekeeper(Timepiece timepiece) {
        this.timepiece = timepiece;
        this.base = timepiece.read();
    }

    @Override
    public Instant instant() {
        return after(base.wall(), timepiece.read());
    }

    /// For what takes a while, whatever the clock on the wall says.
    Duration monotonic() {
        return timepiece.read().monotonic();
    }

    /// How far the wall clock was moved since it was last looked at, forward or back. A suspended
    /// machine looks like one whose clock was set forward: its monotonic clock stood still.
    Optional<Duration> moved() {
        ClockReading now = timepiece.read();
        Optional<Duration> by = noticed(Duration.between(after(base.wall(), now), now.wall()));
        if (by.isPresent()) {
            base = now;
        }
        return by;
    }

    private Instant after(Instant start, ClockReading now) {
        return start.plus(now.monotonic()).minus(base.monotonic());
    }

    /// How far the wall clock was moved since another process recorded an event. After a restart of
    /// the machine only this is certain: it was not more recent than that start.
    Optional<Duration> movedSince(Recorded last) {
        ClockReading now = base;
        Optional<ClockReading> then = last.clock();
        boolean sameBoot = then.filter(it -> it.boot().equals(now.boot())).isPresent();
        Duration least =
                then.map(it -> sameBoot ? now.monotonic().minus(it.monotonic()) : now.monotonic())
                        .orElse(Duration.ZERO);
        Duration by = Duration.between(last.at().plus(least), now.wall());
        return sameBoot || by.isNegative() ? noticed(by) : Optional.empty();
    }

    private static Optional<Duration> noticed(Duration by) {
        return by.abs().compareTo(NOTICED) > 0 ? Optional.of(by) : Optional.empty();
    }
}
