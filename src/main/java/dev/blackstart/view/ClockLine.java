package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import java.time.Duration;

/// What a moved clock means for the run, such as `moved +3 d; 2 gates closed as expired`.
final class ClockLine {
    private ClockLine() {}

    static String of(RunEvent.ClockJumped event) {
        int ended = event.ended().size();
        String gates =
                switch (ended) {
                    case 0 -> "";
                    case 1 -> "; 1 gate closed as expired";
                    default -> "; %d gates closed as expired".formatted(ended);
                };
        String by = by(event.by());
        return event.by().isNegative()
                ? "moved " + by + gates
                : "moved " + by + ", or the machine slept" + gates;
    }

    /// With its sign.
    private static String by(Duration by) {
        return (by.isNegative() ? "-" : "+") + Elapsed.shown(by.abs());
    }
}
