package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.Optional;

/// An emergency change on one host that has not been taken back.
///
/// @param what the step's title
/// @param repay the command that takes it back, in words
/// @param original the value before the change, where it was captured
/// @param ours the value after the change, where it was captured
public record OpenLoan(
        StepId step,
        HostName host,
        Instant takenAt,
        Instant due,
        String what,
        String repay,
        Optional<String> original,
        Optional<String> ours) {
    public boolean overdue(Instant now) {
        return due.isBefore(now);
    }
}
