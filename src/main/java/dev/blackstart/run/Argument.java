package dev.blackstart.run;

import java.util.List;

/// One condition of a hypothesis as the evidence has it.
///
/// @param condition as the runbook has it
/// @param reasons what makes it so, naming hosts and ages
public record Argument(Side side, String condition, List<String> reasons) {
    /// Which way it speaks.
    public enum Side {
        FOR,
        AGAINST,
        /// it cannot be said yet
        MISSING
    }

    public Argument {
        reasons = List.copyOf(reasons);
    }
}
