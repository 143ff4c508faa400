package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The runs of a journal, newest first.
public record RunTable(List<Row> rows) {
    /// @param standing the verdict, or `waiting at gate G2`, `paused`, `not closed`
    public record Row(
            RunId run, String runbook, String mode, String standing, String by, Instant opened) {
        public static Optional<Row> of(RunState state) {
            return state.opened()
                    .flatMap(opened -> state.openedAt().map(at -> of(state, opened, at)));
        }

        private static Row of(RunState state, RunEvent.RunOpened opened, Instant at) {
            String mode = opened.mode().name().toLowerCase(Locale.ROOT);
            return new Row(
                    opened.run(),
                    opened.runbook(),
                    opened.drill().map(drill -> mode + " " + drill).orElse(mode),
                    Standing.of(state),
                    opened.by().name(),
                    at);
        }
    }

    public RunTable {
        rows = List.copyOf(rows);
    }

    public List<String> lines(Instant now, int columns) {
        TextTable table = new TextTable("RUN", "RUNBOOK", "OPENED", "STANDING", "MODE", "BY");
        for (Row row : rows) {
            table.row(
                    row.run().value(),
                    Escaped.line(row.runbook(), 20),
                    Elapsed.ago(row.opened(), now),
                    row.standing(),
                    row.mode(),
                    row.by());
        }
        return table.empty() ? List.of("No run yet.") : table.lines(columns);
    }

    public Json json() {
        return Json.array(
                rows,
                row ->
                        Json.object()
                                .with("run", row.run().value())
                                .with("runbook", row.runbook())
                                .with("mode", row.mode())
                                .with("standing", row.standing())
                                .with("by", row.by())
                                .with("opened", row.opened().toString()));
    }
}
