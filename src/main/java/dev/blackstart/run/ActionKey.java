package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;

/// One sending of one step to one host. A person's decision to send again makes a new attempt.
///
/// @param attempt counts from 1
public record ActionKey(StepId step, HostName host, int attempt) {
    @Override
    public String toString() {
        return step + " on " + host + " (attempt " + attempt + ")";
    }
}
