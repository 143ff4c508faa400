package dev.blackstart.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An event with its place in the run's journal. Order is by sequence, never by time.
///
/// @param sequence counts from 1 without holes
/// @param hash SHA-256 (hex) over the previous event's hash and this event
/// @param clock what the clocks of its writer showed; empty where that was not recorded yet
public record Recorded(
        RunId run,
        long sequence,
        Instant at,
        String hash,
        RunEvent event,
        Optional<ClockReading> clock) {
    public Recorded(RunId run, long sequence, Instant at, String hash, RunEvent event) {
        this(run, sequence, at, hash, event, Optional.empty());
    }

    /// The same event by a clock that was moved since.
    Recorded moved(Duration by) {
        return new Recorded(run, sequence, at.plus(by), hash, event, clock);
    }
}
