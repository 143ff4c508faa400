package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `run`: diagnoses, asks before every action, repairs and proves it.
@Command(
        name = "run",
        description = "Diagnose, ask before every action, repair, prove it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart run store-frozen",
            "  blackstart run store-frozen --detached",
            "  blackstart run store-frozen --server https://blackstart.example.org:8443",
            "  blackstart run store-frozen --secret-file token=/run/token"
        })
final class RunVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    @Option(
            names = "--yes",
            description = "Approve what merely mutates; what disrupts is still asked for.")
    boolean yes;

    @Mixin DetachedOptions process = new DetachedOptions();

    @Spec CommandSpec spec = CommandSpec.create();

    RunVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            return new RemoteOpening(at, shared)
                    .run(name, Mode.LIVE, inputs, yes, process.detached);
        }
        if (process.detached) {
            Places places = at.places();
            List<String> words = spec.root().commandLine().getParseResult().originalArgs();
            RunId run = new DetachedRun(surroundings, places.journal()).start(words);
            return new Attaching(surroundings, ports, shared, places).to(run.value());
        }
        return new Opening(surroundings, ports, shared)
                .live(name, Mode.LIVE, inputs, hosts, yes, Optional.ofNullable(process.announce));
    }
}
