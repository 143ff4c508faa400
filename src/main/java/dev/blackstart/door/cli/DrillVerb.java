package dev.blackstart.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `drill`: a run in a made world with injected faults, scored at its end.
@Command(
        name = "drill",
        description = "Practise a recovery in a made world; touches nothing real.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart drill frozen-store", "  blackstart drill frozen-store --auto"})
final class DrillVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(
            paramLabel = "DRILL",
            description = "Name of the drill, or of a runbook that has one drill.")
    String name = "";

    @Option(names = "--auto", description = "Let the drill file's scripted operator answer.")
    boolean auto;

    @Mixin InputOptions inputs = new InputOptions();

    DrillVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared).drill(name, inputs, auto);
        }
        return new DrillOpening(surroundings, ports, shared).drill(name, inputs, auto);
    }
}
