package dev.blackstart.door.cli;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunState;
import dev.blackstart.view.EvidenceTable;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `evidence`: what the checks of a run found, with ages, or with times when it is closed.
@Command(
        name = "evidence",
        subcommands = EvidenceExportVerb.class,
        description = "Show what the checks of a run found, how old it is and who said it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart evidence",
            "  blackstart evidence last --output json",
            "  blackstart evidence export last"
        })
final class EvidenceVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "Id of the run, its first or last letters, or last (default: last).")
    String run = "last";

    EvidenceVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        Clock clock = at.surroundings().clock();
        Printed out = new Printed(surroundings, shared);
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            RunState state = RunState.fold(archive.events(archive.find(run)));
            EvidenceTable table = EvidenceTable.of(archive.plan(state), state, now(state, clock));
            out.print(
                    () ->
                            state.closed().isPresent()
                                    ? table.lines(out.columns())
                                    : table.lines(clock.instant(), out.columns()),
                    table::json);
        }
        return ExitCode.DONE.number();
    }

    /// A closed run is looked at as of its end.
    private static Instant now(RunState state, Clock clock) {
        return state.closed()
                .flatMap(closed -> state.last())
                .map(Recorded::at)
                .orElseGet(clock::instant);
    }
}
