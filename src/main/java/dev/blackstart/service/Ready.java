package dev.blackstart.service;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Runbook;
import java.util.Map;
import java.util.Optional;

/// What a run can be opened with: everything is read. Of a drill the inventory is its world's own,
/// so its parameters are checked against that.
public sealed interface Ready {
    Runbook runbook();

    Person by();

    record OnHosts(
            Runbook runbook, Inventory inventory, Parameters parameters, Mode mode, Person by)
            implements Ready {}

    /// @param given values as text, secrets too
    /// @param scripted the drill file's own operator answers the gates
    record InDrill(
            Runbook runbook, Drill drill, Map<String, String> given, boolean scripted, Person by)
            implements Ready {
        public InDrill {
            given = Map.copyOf(given);
        }
    }

    default Optional<Drill> exercise() {
        return this instanceof InDrill it ? Optional.of(it.drill()) : Optional.empty();
    }
}
