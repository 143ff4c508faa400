package dev.blackstart.proof.simulation;

import dev.blackstart.journal.Timepiece;
import dev.blackstart.run.ClockReading;
import java.time.Duration;
import java.time.Instant;

/// The machine on which the processes run, with its two clocks: the one on the wall is set by
/// whoever likes to, the other counts from its start and stands still while it is suspended.
final class SimMachine implements Timepiece {
    private static final long TEN_YEARS = 10L * 365 * 24 * 3_600_000;

    private final World world;
    private final String name;
    private long offset;
    private long boots = 1;
    private String boot = "boot 1";
    private long startedAt = -86_400_000;
    private long slept;
    private long asleepSince = -1;
    private long wakesAt;

    SimMachine(World world, String name) {
        this.world = world;
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public ClockReading read() {
        long now = world.agenda().now();
        long sleeping = asleep() ? now - asleepSince : 0;
        return new ClockReading(
                Instant.ofEpochMilli(World.BEGIN + now + offset),
                Duration.ofMillis(now - startedAt - slept - sleeping),
                boot);
    }

    boolean asleep() {
        return asleepSince >= 0;
    }

    /// Milliseconds until it wakes up.
    long wakesIn() {
        return wakesAt - world.agenda().now();
    }

    /// Mostly by minutes or hours, sometimes by so little that nobody need see it, or by years.
    void setClock() {
        long by =
                switch (world.dice().below(10)) {
                    case 0 -> world.dice().between(-4_000, 4_000);
                    case 1 -> world.dice().perMille(500) ? TEN_YEARS : -TEN_YEARS;
                    default -> world.dice().between(-7_200_000, 7_200_000);
                };
        offset += by;
        world.log(name, "its clock jumps by " + by + " ms");
    }

    void suspend(long millis) {
        asleepSince = world.agenda().now();
        wakesAt = asleepSince + millis;
        world.log(name, "sleeps for " + millis + " ms");
        world.agenda()
                .after(
                        millis,
                        () -> {
                            slept += world.agenda().now() - asleepSince;
                            asleepSince = -1;
                            world.log(name, "wakes up");
                        });
    }

    /// Its processes have ended already; its other clock begins anew.
    void restart() {
        boots++;
        boot = "boot " + boots;
        startedAt = world.agenda().now();
        slept = 0;
        world.log(name, "is started again");
    }
}
