package dev.blackstart.run;

import java.time.Instant;

/// The newest observation of one check on one host, and its place in the journal.
public record Evidence(Observation observation, Instant at, long sequence) {}
