package dev.blackstart.door.cli;

import dev.blackstart.run.RunState;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.Paragraph;
import dev.blackstart.view.RunTable;
import dev.blackstart.view.UnknownLines;
import java.time.Instant;
import java.util.List;
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

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Mixin RunFilters filters = new RunFilters();

    RunsVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        if (at.service().isPresent()) {
            return new RemoteRuns(at, shared).list(filters);
        }
        Places places = at.places();
        Printed out = new Printed(surroundings, shared);
        try (Archive archive = Archive.open(ports.journals(), places)) {
            HeldNames held = new HeldNames(archive.locks());
            List<RunState> states = archive.states();
            Instant now = surroundings.clock().instant();
            RunTable table =
                    new RunTable(
                            filters.of(states, held, now).stream()
                                    .flatMap(state -> RunTable.Row.of(state).stream())
                                    .map(row -> row.holding(held.of(row.run())))
                                    .toList());
            out.print(
                    () ->
                            LoanTable.of(states)
                                    .below(
                                            UnknownLines.below(
                                                    listed(table, states, held, out.columns()),
                                                    filters.of(states, held, now),
                                                    run -> archive.owner(run).isPresent(),
                                                    out.columns()),
                                            now),
                    table::json);
            List<String> unreadable = archive.unreadable();
            unreadable.forEach(surroundings.complaints()::println);
            return (unreadable.isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
        }
    }

    private List<String> listed(
            RunTable table, List<RunState> states, HeldNames held, int columns) {
        return table.rows().isEmpty()
                ? Paragraph.lines(filters.nothing(states, held), columns)
                : table.lines(surroundings.clock().instant(), columns);
    }
}
