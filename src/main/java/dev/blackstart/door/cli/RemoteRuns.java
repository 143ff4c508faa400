package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.remote.RemoteService;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.Paragraph;
import dev.blackstart.view.RunTable;
import dev.blackstart.view.UnknownLines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The runs of a service as `runs` shows those of this machine. The service says in a few words
/// what each is; only those of which there is more to tell are read.
final class RemoteRuns {
    private final Standpoint at;
    private final RemoteService service;
    private final SharedOptions shared;

    RemoteRuns(Standpoint at, SharedOptions shared) {
        this.at = at;
        this.service = at.service().orElseThrow();
        this.shared = shared;
    }

    /// @return the exit code
    int list(RunFilters filters) {
        Printed out = new Printed(at.surroundings(), shared);
        Instant now = at.surroundings().clock().instant();
        Map<String, String> query = filters.query(now);
        List<RunTable.Row> rows = service.runs(query, filters.limit);
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            HeldNames held = new HeldNames(archive.locks());
            RunTable table =
                    new RunTable(
                            rows.stream().map(row -> row.holding(held.of(row.run()))).toList());
            out.print(
                    () -> lines(archive, table, query.isEmpty(), now, out.columns()), table::json);
            archive.unreadable().forEach(at.surroundings().complaints()::println);
            return (archive.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
        }
    }

    private static List<String> lines(
            Archive archive, RunTable table, boolean all, Instant now, int columns) {
        Set<RunId> listed =
                table.rows().stream().map(RunTable.Row::run).collect(Collectors.toSet());
        List<RunState> unknown =
                archive.states(JournalView.Kind.UNKNOWN).stream()
                        .filter(state ->
                                state.opened()
                                        .map(RunEvent.RunOpened::run)
                                        .filter(listed::contains)
                                        .isPresent())
                        .toList();
        return LoanTable.of(archive.states(JournalView.Kind.INDEBTED))
                .below(
                        UnknownLines.below(
                                table.rows().isEmpty()
                                        ? Paragraph.lines(nothing(all), columns)
                                        : table.lines(now, columns),
                                unknown,
                                run -> archive.owner(run).isPresent(),
                                columns),
                        now);
    }

    private static String nothing(boolean all) {
        return all
                ? "No run yet that your token reaches."
                : "No run fits; blackstart runs without options shows all that your token reaches.";
    }
}
