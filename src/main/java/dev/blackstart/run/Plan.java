package dev.blackstart.run;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Value;
import java.util.Map;

/// What a run was opened with, as frozen.
///
/// @param parameters values of all parameters but secrets, which are known by name only
public record Plan(Runbook runbook, Inventory inventory, Map<String, Value> parameters, Mode mode) {
    public Plan {
        parameters = Map.copyOf(parameters);
    }
}
