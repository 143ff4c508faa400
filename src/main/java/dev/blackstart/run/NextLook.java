package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.List;

/// A check or question whose answer a hypothesis still waits for.
///
/// @param hosts whose answer is missing; empty for a question to a person
/// @param reason why it is missing
public record NextLook(StepId step, List<HostName> hosts, String reason) {
    public NextLook {
        hosts = List.copyOf(hosts);
    }
}
