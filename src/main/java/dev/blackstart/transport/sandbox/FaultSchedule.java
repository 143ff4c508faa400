package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Begins and ends faults at their times.
final class FaultSchedule implements AutoCloseable {
    private final Faults faults;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sandbox-faults").daemon().factory());

    private FaultSchedule(Faults faults) {
        this.faults = faults;
    }

    /// Returns when the faults of the first moment are there.
    static FaultSchedule begin(Faults faults, List<WorldPlan.Strike> strikes) throws IOException {
        FaultSchedule schedule = new FaultSchedule(faults);
        for (WorldPlan.Strike strike : strikes) {
            if (strike.at().isZero()) {
                faults.begin(strike.fault(), strike.hosts());
                schedule.endAfter(strike.lasting(), strike);
            } else {
                schedule.after(strike.at(), () -> schedule.strike(strike));
            }
        }
        return schedule;
    }

    private void strike(WorldPlan.Strike strike) throws IOException {
        faults.begin(strike.fault(), strike.hosts());
        endAfter(strike.lasting(), strike);
    }

    private void endAfter(Optional<Duration> lasting, WorldPlan.Strike strike) {
        lasting.ifPresent(
                length -> after(length, () -> faults.end(strike.fault(), strike.hosts())));
    }

    private interface Change {
        void make() throws IOException;
    }

    private void after(Duration delay, Change change) {
        var _ =
                clock.schedule(
                        () -> {
                            change.make();
                            return delay;
                        },
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
