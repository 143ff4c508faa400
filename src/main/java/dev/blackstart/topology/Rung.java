package dev.blackstart.topology;

import dev.blackstart.inventory.Threshold;
import java.time.Duration;
import java.util.Optional;

/// One threshold of one service, and whether an outage crosses it.
///
/// @param collected the shortest that a host of the service was found to have, which counts instead
///   of what is written down
public record Rung(
        String service, Threshold threshold, Optional<Collected> collected, boolean crossed) {
    static Rung of(
            String service, Threshold threshold, Optional<Collected> collected, Duration outage) {
        boolean crossed = after(threshold, collected).compareTo(outage) <= 0;
        return new Rung(service, threshold, collected, crossed);
    }

    private static Duration after(Threshold threshold, Optional<Collected> collected) {
        return collected.map(Collected::after).orElse(threshold.after());
    }

    /// The length that counts.
    public Duration after() {
        return after(threshold, collected);
    }
}
