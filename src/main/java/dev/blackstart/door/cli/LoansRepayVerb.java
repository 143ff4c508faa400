package dev.blackstart.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `loans repay`: opens a closed run again to take back what it lent.
@Command(
        name = "repay",
        description = {
            "Take back what a run lent: looks first, asks, sends the undo, proves it.",
            "What somebody else has changed meanwhile is left alone."
        },
        footerHeading = "%nExample:%n",
        footer = {"  blackstart loans repay last", "  blackstart loans repay 5wzyn point_upstream"})
final class LoansRepayVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description =
                    "Id of the run, its first or last letters, or last: the newest that owes"
                            + " (default).")
    String run = "";

    @Parameters(
            index = "1",
            paramLabel = "STEP",
            arity = "0..1",
            defaultValue = "",
            description = "Only the loans of this step (default: all, newest first).")
    String step = "";

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    LoansRepayVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared).repay(run, step, inputs);
        }
        return new Repaying(surroundings, ports, shared).repay(at.places(), run, step, inputs);
    }
}
