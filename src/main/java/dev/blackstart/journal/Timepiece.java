package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clocks of the machine, all read at once.
@FunctionalInterface
public interface Timepiece {
    ClockReading read();

    /// For a made world, whose time is the only one there is: its two clocks never disagree.
    static Timepiece following(InstantSource clock) {
        return () -> {
            Instant now = clock.instant();
            return new ClockReading(now, Duration.between(Instant.EPOCH, now), "made");
        };
    }
}
