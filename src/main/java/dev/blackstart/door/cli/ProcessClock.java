package dev.blackstart.door.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The clock of this process: the machine's, or one that goes as fast and began at another time, as
/// if the machine's had been wrong. `doctor` starts children with such clocks.
final class ProcessClock {
    private ProcessClock() {}

    /// @param begins what it shows at first, as in `1970-01-01T00:00:00Z`; what is no instant
    ///   changes nothing
    static Clock of(@Nullable String begins) {
        Clock machine = Clock.system(ZoneId.systemDefault());
        if (begins == null) {
            return machine;
        }
        try {
            return Clock.offset(
                    machine, Duration.between(machine.instant(), Instant.parse(begins)));
        } catch (DateTimeParseException e) {
            return machine;
        }
    }
}
