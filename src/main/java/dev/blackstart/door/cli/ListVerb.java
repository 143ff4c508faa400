package dev.blackstart.door.cli;

import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.DrillTable;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.RunbookTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `list`: the runbooks there are, and which are overdue for exercise; or their drills.
@Command(
        name = "list",
        description = "List the runbooks and when each was last exercised, or their drills.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart list",
            "  blackstart list --drills",
            "  blackstart list --runbooks ~/runbooks --output json"
        })
final class ListVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Option(
            names = "--drills",
            description = "List the drills instead, with the world each one plays in.")
    boolean drills;

    ListVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        if (at.service().isPresent()) {
            return new RemoteRunbooks(at, shared).list(drills);
        }
        Places places = at.places();
        return drills ? drills(new Shelf(places)) : runbooks(places);
    }

    /// A drill file with errors is told on the side, and hides no other.
    private Integer drills(Shelf shelf) {
        List<Problem> problems = new ArrayList<>();
        DrillTable table =
                DrillTable.of(
                        shelf.names().stream()
                                .flatMap(runbook -> shelf.drills(runbook, problems).stream())
                                .toList());
        Sentences.problems(problems.stream().filter(Problem::isError).toList())
                .forEach(surroundings.complaints()::println);
        Printed out = new Printed(surroundings, shared);
        out.print(() -> table.lines(out.columns()), table::json);
        return ExitCode.DONE.number();
    }

    private Integer runbooks(Places places) {
        List<RunState> states =
                new Exercises(ports.journals(), surroundings.complaints()::println)
                        .states(places.journal());
        RunbookTable table = table(new Shelf(places), states);
        Printed out = new Printed(surroundings, shared);
        Instant now = surroundings.clock().instant();
        out.print(
                () -> LoanTable.of(states).below(table.lines(now, out.columns()), now),
                () -> table.json(now));
        return ExitCode.DONE.number();
    }

    private static RunbookTable table(Shelf shelf, List<RunState> states) {
        Map<String, Instant> exercised = Exercises.newest(states);
        return new RunbookTable(
                shelf.names().stream()
                        .map(name -> row(name, shelf.read(name), exercised))
                        .toList());
    }

    private static RunbookTable.Row row(
            String name, Read<Runbook> read, Map<String, Instant> exercised) {
        return switch (read) {
            case Read.Accepted<Runbook> it ->
                    RunbookTable.Row.of(it.value(), Optional.ofNullable(exercised.get(name)));
            case Read.Refused<Runbook> it -> RunbookTable.Row.refused(name, it.problems().size());
        };
    }
}
