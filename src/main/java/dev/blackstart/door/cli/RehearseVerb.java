package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `rehearse`: real checks; actions are shown and not sent.
@Command(
        name = "rehearse",
        description = "Run real checks and show the actions without sending them.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart rehearse store-frozen"})
final class RehearseVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    RehearseVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared).run(name, Mode.REHEARSAL, inputs, false, false);
        }
        return new Opening(surroundings, ports, shared)
                .live(name, Mode.REHEARSAL, inputs, hosts, false);
    }
}
