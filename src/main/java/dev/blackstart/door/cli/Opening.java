package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Paragraph;
import java.nio.file.Path;
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
        return live(name, mode, inputs, hosts, yes, Optional.empty());
    }

    /// @param announce gets the run's id; its gates are then answered by whoever attaches
    int live(
            String name,
            Mode mode,
            InputOptions inputs,
            HostOptions hosts,
            boolean yes,
            Optional<Path> announce) {
        Setting setting = new Setting(surroundings, shared);
        Places places = setting.places(hosts);
        Shelf shelf = new Shelf(places);
        Runbook runbook = shelf.runbook(name);
        Inventory inventory = shelf.inventory();
        Parameters parameters =
                new Inputs(surroundings, inputs).parameters(runbook, inventory, Map.of());
        setting.warning()
                .ifPresent(words ->
                        Paragraph.lines(words, surroundings.streams().columns())
                                .forEach(surroundings.complaints()::println));
        OpenRequest request =
                new OpenRequest(
                        runbook,
                        inventory,
                        parameters,
                        mode,
                        surroundings.person(),
                        places,
                        Optional.empty());
        if (mode == Mode.LIVE) {
            tellLeftOpen(places, runbook);
        }
        Reports reports = new Reports(surroundings, ports.journals(), places);
        try (Front front = new Front(surroundings, shared, reports, "")) {
            return front.carry(
                    new Plan(runbook, inventory, parameters.values(), mode),
                    announce.isPresent() ? new Elsewhere() : front.answerer(yes),
                    audience -> announced(ports.operations().open(request, audience), announce));
        }
    }

    private void tellLeftOpen(Places places, Runbook runbook) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            new LeftOpen(archive)
                    .of(runbook.name()).stream()
                            .map(shared.steps().with(places.identity())::in)
                            .forEach(it -> surroundings.say(surroundings.complaints(), it));
        }
    }

    private static Operations.Opening announced(
            Operations.Opening opening, Optional<Path> announce) {
        if (opening instanceof Operations.Opening.Opened opened) {
            announce.ifPresent(file -> DetachedRun.announce(file, opened.session().id()));
        }
        return opening;
    }
}
