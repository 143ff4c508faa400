package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A gate stricter than the risk asks for.
///
/// @param risk ask as for this risk, when it is greater
/// @param approvals how many people must say yes, when it is more
/// @param within how long the gate stays open, when it is shorter
public record GateRule(Optional<Risk> risk, OptionalInt approvals, Optional<Duration> within) {
    /// Nothing stricter.
    public static final GateRule NONE =
            new GateRule(Optional.empty(), OptionalInt.empty(), Optional.empty());
}
