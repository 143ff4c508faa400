package dev.blackstart.run;

import java.time.Instant;

/// An event with its place in the run's journal.
///
/// @param sequence counts from 1 without holes
/// @param hash SHA-256 (hex) over the previous event's hash and this event
public record Recorded(RunId run, long sequence, Instant at, String hash, RunEvent event) {}
