package dev.blackstart.door.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `abort`: ends a run for good; what already runs on hosts is left to end.
@Command(
        name = "abort",
        description = "End a run for good: nothing more is sent, what runs is left to end.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart abort --reason 'wrong cluster'",
            "  blackstart abort 5wzyn --yes --reason 'bo cannot be reached'"
        })
final class AbortVerb implements Callable<Integer> {
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

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description =
                    "Why; it is kept in the journal, and needed for a run that somebody else"
                            + " answers for.")
    @Nullable String reason;

    @Option(
            names = "--yes",
            description = "Do not ask before a run ends that somebody else answers for.")
    boolean yes;

    @Mixin HostOptions hosts = new HostOptions();

    AbortVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        Surroundings here = at.surroundings();
        return new Resuming(here, at.ports(), shared)
                .abort(at.places(), run, new Ending(at, shared, Optional.ofNullable(reason), yes));
    }
}
