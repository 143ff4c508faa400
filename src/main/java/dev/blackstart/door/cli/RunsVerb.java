package dev.blackstart.door.cli;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.RunTable;
import dev.blackstart.view.UnknownLines;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            List<HeldLock> locks = archive.locks();
            List<RunState> states = archive.states();
            Instant now = surroundings.clock().instant();
            RunTable table =
                    new RunTable(
                            filters.of(states, now).stream()
                                    .flatMap(state -> RunTable.Row.of(state).stream())
                                    .map(row -> row.holding(held(row.run(), locks)))
                                    .toList());
            out.print(
                    () ->
                            LoanTable.of(states)
                                    .below(
                                            UnknownLines.below(
                                                    table.lines(now, out.columns()),
                                                    filters.of(states, now),
                                                    out.columns()),
                                            now),
                    table::json);
            List<String> unreadable = archive.unreadable();
            unreadable.forEach(surroundings.streams().err()::println);
            return (unreadable.isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
        }
    }

    /// By name; a host has a lock for each of its keys.
    private static Set<String> held(RunId run, List<HeldLock> locks) {
        return locks.stream()
                .filter(it -> it.holder().run().equals(run))
                .map(it -> it.lock().shown())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
