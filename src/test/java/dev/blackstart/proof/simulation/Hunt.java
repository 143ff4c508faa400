package dev.blackstart.proof.simulation;

import java.util.Optional;

/// Lives one seed after the other. Public, so that a copy of it in another class loader can be told
/// to hunt too.
public final class Hunt {
    private final Scenarios scenarios = new Scenarios();

    /// What a stretch of seeds came to.
    ///
    /// @param violation the first that was found, with its seed
    record Bag(long seeds, long events, Optional<String> violation) {}

    Bag seeds(long from, long count) {
        long events = 0;
        for (long seed = from; seed < from + count; seed++) {
            try {
                events += new World(seed, scenarios, false).live().events();
            } catch (Violation violation) {
                return new Bag(
                        seed - from + 1,
                        events,
                        Optional.of("seed %d: %s".formatted(seed, violation.getMessage())));
            } catch (RuntimeException broken) {
                return new Bag(
                        seed - from + 1,
                        events,
                        Optional.of("seed %d: %s".formatted(seed, broken)));
            }
        }
        return new Bag(count, events, Optional.empty());
    }

    /// The first violation within so many seeds, with its seed; empty text when there is none.
    public static String first(long from, long count) {
        return new Hunt().seeds(from, count).violation().orElse("");
    }
}
