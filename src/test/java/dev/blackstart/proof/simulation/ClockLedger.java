package dev.blackstart.proof.simulation;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.time.Duration;
import java.util.Optional;

/// What the clocks of the machine showed when a run recorded something. A wall clock that was moved
/// against the other is recorded before anything else is.
final class ClockLedger {
    /// Less need not be seen.
    static final Duration SEEN = Duration.ofSeconds(5);

    private Optional<ClockReading> base = Optional.empty();
    private Optional<ClockReading> last = Optional.empty();
    private int writer;

    /// @return how far the wall clock was moved forward, as this event says; zero for other events
    Duration add(int pid, Recorded recorded, ClockReading now) {
        boolean taking = writer != pid;
        Duration drift =
                (taking ? last : base).map(it -> drift(it, now, taking)).orElse(Duration.ZERO);
        Optional<RunEvent.ClockJumped> said =
                Optional.of(recorded.event())
                        .filter(RunEvent.ClockJumped.class::isInstance)
                        .map(RunEvent.ClockJumped.class::cast);
        if (said.isEmpty() && drift.compareTo(taking ? SEEN.multipliedBy(2) : SEEN) > 0) {
            throw new Violation(
                    Invariant.IN_TIME,
                    "%s is recorded, and that the clock was moved is not"
                            .formatted(recorded.event()));
        }
        if (taking || said.isPresent()) {
            base = Optional.of(now);
        }
        writer = pid;
        last = Optional.of(now);
        return said.map(RunEvent.ClockJumped::by)
                .filter(by -> !by.isNegative())
                .orElse(Duration.ZERO);
    }

    /// How far the two clocks have come apart. Over a restart only a wall clock that shows less
    /// than has passed since is known to be wrong.
    private static Duration drift(ClockReading then, ClockReading now, boolean taking) {
        Duration wall = Duration.between(then.wall(), now.wall());
        if (then.boot().equals(now.boot())) {
            return wall.minus(now.monotonic().minus(then.monotonic())).abs();
        }
        Duration missing = now.monotonic().minus(wall);
        return taking && !missing.isNegative() ? missing : Duration.ZERO;
    }
}
