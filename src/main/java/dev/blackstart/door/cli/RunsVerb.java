package dev.blackstart.door.cli;

import dev.blackstart.view.RunTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `runs`: the runs in the journal.
@Command(
        name = "runs",
        description = "List the runs in the journal, newest first.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart runs",
            "  blackstart runs --open --since 12h",
            "  blackstart runs --output json"
        })
final class RunsVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Mixin RunFilters filters = new RunFilters();

    RunsVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Printed out = new Printed(surroundings, shared);
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunTable table =
                    new RunTable(
                            filters.of(archive.states(), surroundings.clock().instant()).stream()
                                    .flatMap(state -> RunTable.Row.of(state).stream())
                                    .toList());
            out.print(
                    () -> table.lines(surroundings.clock().instant(), out.columns()), table::json);
        }
        return ExitCode.DONE.number();
    }
}
