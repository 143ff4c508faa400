package dev.blackstart.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A possible explanation: CONFIRMED when all of `confirmedBy` hold and none of `refutedBy` does.
///
/// @param doNot what must not be done while this holds, in the author's words
/// @param freshFor how long an established verdict holds
public record Hypothesis(
        HypothesisName name,
        String says,
        List<Condition> confirmedBy,
        List<Condition> refutedBy,
        Optional<String> doNot,
        Duration freshFor,
        Position position) {
    /// Four hours.
    public static final Duration DEFAULT_FRESH_FOR = Duration.ofHours(4);

    public Hypothesis {
        confirmedBy = List.copyOf(confirmedBy);
        refutedBy = List.copyOf(refutedBy);
    }
}
