package dev.blackstart.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `attach`: a run that another process carries out, on this terminal too.
@Command(
        name = "attach",
        description =
                "Watch a run that another process carries out, and answer its gates when they are"
                        + " yours to answer.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart attach",
            "  blackstart attach --server https://blackstart.example.org:8443",
            "  blackstart hand-over --to bo"
        })
final class AttachVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description =
                    "Id of the run, its first or last letters, or last (default: the open run).")
    String run = "";

    AttachVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        return new Attaching(at.surroundings(), at.ports(), shared, at.places()).to(run);
    }
}
