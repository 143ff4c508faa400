package dev.blackstart.journal;

import dev.blackstart.run.ClockReading;
import java.time.Duration;
import java.time.InstantSource;

/// The clocks of this machine. On Linux `System.nanoTime` is `CLOCK_MONOTONIC`: it counts from the
/// start of the machine, so readings of different processes can be compared, and it stands still
/// while the machine is suspended. `CLOCK_BOOTTIME` is not asked for: a hypervisor that pauses its
/// guest stops that one too, and both kinds of sleep show as a step of the wall clock.
public final class MachineClock implements Timepiece {
    private final InstantSource wall;
    private final String boot;

    private MachineClock(InstantSource wall, String boot) {
        this.wall = wall;
        this.boot = boot;
    }

    /// @param wall what people call the time here
    public static MachineClock with(InstantSource wall) {
        return new MachineClock(wall, Processes.ofThisMachine().bootId());
    }

    @Override
    public ClockReading read() {
        return new ClockReading(wall.instant(), Duration.ofNanos(System.nanoTime()), boot);
    }
}
