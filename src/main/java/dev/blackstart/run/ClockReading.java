package dev.blackstart.run;

import java.time.Duration;
import java.time.Instant;

/// What the clocks of a machine show at one moment.
///
/// @param wall what people call the time; anybody may set it
/// @param monotonic time since the machine was started, without that in which it was suspended; it
///   never goes back, and means something only together with other readings of the same boot
/// @param boot boot id of the machine
public record ClockReading(Instant wall, Duration monotonic, String boot) {}
