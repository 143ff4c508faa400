package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Runbook;
import java.util.Optional;

/// What a new run is opened with; everything has been read and checked.
///
/// @param drilling the drill and the world it runs in, for mode DRILL
public record OpenRequest(
        Runbook runbook,
        Inventory inventory,
        Parameters parameters,
        Mode mode,
        Person by,
        Places places,
        Optional<Drilling> drilling) {
    public record Drilling(Drill drill, DrillWorld world) {}
}
