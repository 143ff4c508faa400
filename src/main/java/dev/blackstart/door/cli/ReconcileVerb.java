package dev.blackstart.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `reconcile`: finds out what a run does not know about its own actions.
@Command(
        name = "reconcile",
        description = {
            "Find out what actions did whose end was not seen; sends nothing that acts.",
            "Reads their receipts, asks for their proof, then you. A closed run is closed again."
        },
        footerHeading = "%nExample:%n",
        footer = {"  blackstart reconcile last", "  blackstart reconcile 5wzyn"})
final class ReconcileVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description =
                    "Id of the run, its first or last letters, or last (default: the only run in"
                            + " which something is unknown).")
    String run = "";

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    ReconcileVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared).reconcile(run, inputs);
        }
        return new FindingOut(surroundings, ports, shared).reconcile(run, inputs, hosts);
    }
}
