package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The runs of a journal, newest first.
public record RunTable(List<Row> rows) {
    /// @param standing the verdict, or `waiting at gate G2`, `paused`, `open`
    public record Row(
            RunId run,
            String runbook,
            String mode,
            String standing,
            String by,
            Instant opened,
            List<String> holds) {
        public Row {
            holds = List.copyOf(holds);
        }

        /// @param names what no other run may act on meanwhile
        public Row holding(Collection<String> names) {
            return new Row(run, runbook, mode, standing, by, opened, List.copyOf(names));
        }

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
                    at,
                    List.of());
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
        List<String> lines = new ArrayList<>(table.lines(columns));
        rows.stream()
                .filter(row -> !row.holds().isEmpty())
                .forEach(row -> lines.addAll(holding(row, columns)));
        return List.copyOf(lines);
    }

    private static List<String> holding(Row row, int columns) {
        return Paragraph.lines(
                "Run %s holds %s; no other run may act there."
                        .formatted(row.run(), FewNames.of(row.holds())),
                columns);
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
                                .with("opened", row.opened().toString())
                                .with("holds", Json.texts(row.holds())));
    }
}
