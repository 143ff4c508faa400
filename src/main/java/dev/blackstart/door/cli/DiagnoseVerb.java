package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `diagnose`: checks only; says what is wrong and changes nothing.
@Command(
        name = "diagnose",
        description = "Run the checks and say what is wrong; changes nothing.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart diagnose store-frozen"})
final class DiagnoseVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    DiagnoseVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared).run(name, Mode.DIAGNOSIS, inputs, false, false);
        }
        return new Opening(surroundings, ports, shared)
                .live(name, Mode.DIAGNOSIS, inputs, hosts, false);
    }
}
