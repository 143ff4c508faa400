package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.time.Instant;

/// The run that locks are for, as others are told of it.
///
/// @param person who takes them
/// @param since when they were taken
public record Holder(RunId run, String person, String title, Instant since) {}
