package dev.blackstart.run;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Value;
import java.util.Map;

/// What a run was opened with, as frozen.
///
/// @param parameters values of all parameters but secrets, which are known by name only
/// @param site what the site asks of gates
public record Plan(
        Runbook runbook,
        Inventory inventory,
        Map<String, Value> parameters,
        Mode mode,
        SiteRules site) {
    public Plan {
        parameters = Map.copyOf(parameters);
    }

    /// A site without a policy.
    public Plan(Runbook runbook, Inventory inventory, Map<String, Value> parameters, Mode mode) {
        this(runbook, inventory, parameters, mode, SiteRules.NONE);
    }

    /// The same under the policy of a site.
    public Plan under(SiteRules rules) {
        return new Plan(runbook, inventory, parameters, mode, rules);
    }
}
