package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Mode;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Value;
import java.util.Map;
import java.util.Optional;

/// Opens a run on real hosts and carries it out: everything is read and checked before anything is
/// contacted.
final class Opening {
    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;

    Opening(Surroundings surroundings, Ports ports, SharedOptions shared) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
    }

    int live(String name, Mode mode, InputOptions inputs, HostOptions hosts, boolean yes) {
        Setting setting = new Setting(surroundings, shared);
        Places places = setting.places(hosts);
        Shelf shelf = new Shelf(ports.readers(), places);
        Runbook runbook = shelf.runbook(name);
        Inventory inventory = shelf.inventory();
        Map<String, Value> values =
                Shelf.accepted(
                        "the parameters of " + name,
                        ports.readers().parameters(runbook, inventory, inputs.parameters));
        var secrets = new Inputs(surroundings, ports.readers()).secrets(runbook, inputs);
        setting.warning().ifPresent(surroundings.streams().err()::println);
        OpenRequest request =
                new OpenRequest(
                        runbook, inventory, values, secrets, mode, surroundings.person(), places,
                        Optional.empty());
        Front front = new Front(surroundings, shared, "");
        return front.carry(ports.operations().open(request), front.answerer(yes));
    }
}
