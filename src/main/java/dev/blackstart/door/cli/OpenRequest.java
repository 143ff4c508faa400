package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import java.util.Map;
import java.util.Optional;

/// What a new run is opened with; everything has been read and checked.
///
/// @param drilling the drill and the world it runs in, for mode DRILL
public record OpenRequest(
        Runbook runbook,
        Inventory inventory,
        Map<String, Value> parameters,
        Map<String, Secret> secrets,
        Mode mode,
        Person by,
        Places places,
        Optional<Drilling> drilling) {
    public record Drilling(Drill drill, DrillWorld world) {}

    public OpenRequest {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
    }
}
