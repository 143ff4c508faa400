package dev.blackstart.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How an action goes over its hosts.
///
/// @param batches how many at a time, wave after wave; the last one goes on repeating; empty: all
///   at once
/// @param pause how long the effect is watched between waves
/// @param stopAfterFailures at so many failures nothing more is sent
/// @param together all members at once, as a cold start needs
/// @param keepQuorum never take more members of a group than its majority can spare
/// @param quorumLoss why losing a quorum is accepted, shown in the gate
public record Spread(
        List<Batch> batches,
        Optional<Duration> pause,
        OptionalInt stopAfterFailures,
        boolean together,
        boolean keepQuorum,
        Optional<String> quorumLoss) {
    /// All hosts at once, whatever happens.
    public static final Spread ALL_AT_ONCE =
            new Spread(
                    List.of(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    false,
                    Optional.empty());

    public Spread {
        batches = List.copyOf(batches);
    }

    /// Does it go wave after wave, or to all hosts at once?
    public boolean inWaves() {
        return !batches.isEmpty() || keepQuorum;
    }

    /// How many hosts the wave of that number takes.
    ///
    /// @param wave counted from 0
    /// @param hosts over how many hosts the step goes
    public int size(int wave, int hosts) {
        return batches.isEmpty()
                ? hosts
                : batches.get(Math.min(wave, batches.size() - 1)).of(hosts);
    }
}
