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
    /// Every gate closes by then, and that means no.
    public static final Duration OPEN_AT_MOST = Duration.ofMinutes(30);

    /// Nothing stricter.
    public static final GateRule NONE =
            new GateRule(Optional.empty(), OptionalInt.empty(), Optional.empty());

    /// The greater of a step's own risk and this rule's.
    public Risk askedAs(Risk own) {
        return risk.filter(stricter -> stricter.compareTo(own) > 0).orElse(own);
    }

    /// How many different people must say yes to a step of some risk.
    public int people(Risk own) {
        return Math.max(askedAs(own).people(), approvals.orElse(1));
    }

    /// How long the gate stays open.
    public Duration openFor() {
        return within.filter(shorter -> shorter.compareTo(OPEN_AT_MOST) < 0).orElse(OPEN_AT_MOST);
    }
}
