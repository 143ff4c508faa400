package dev.blackstart.view;

import dev.blackstart.runbook.Runbook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The runbooks of a folder, with the exercise each is due for.
public record RunbookTable(List<Row> rows) {
    private static final int WIDE = 100;

    /// @param exercised when it was last rehearsed or drilled to an end
    /// @param errors how many errors it was refused with; 0 when it can be run
    public record Row(
            String name,
            String title,
            Optional<String> owner,
            Optional<Duration> every,
            Optional<Instant> exercised,
            int errors) {
        public static Row of(Runbook runbook, Optional<Instant> exercised) {
            return new Row(
                    runbook.name().value(),
                    runbook.title(),
                    runbook.owner(),
                    runbook.exerciseEvery(),
                    exercised,
                    0);
        }

        public static Row refused(String name, int errors) {
            return new Row(name, "", Optional.empty(), Optional.empty(), Optional.empty(), errors);
        }

        public boolean overdue(Instant now) {
            return every.isPresent()
                    && exercised.map(at -> at.plus(every.get()).isBefore(now)).orElse(true);
        }

        String exercise(Instant now) {
            if (errors > 0) {
                return errors + (errors == 1 ? " error" : " errors");
            }
            String last = exercised.map(at -> Elapsed.ago(at, now)).orElse("never");
            if (every.isEmpty()) {
                return exercised.isEmpty() ? "-" : last;
            }
            return overdue(now) ? "OVERDUE (" + last + ")" : last;
        }
    }

    public RunbookTable {
        rows = List.copyOf(rows);
    }

    /// Owners are left out on narrow screens, where the title says more.
    public List<String> lines(Instant now, int columns) {
        boolean owners = columns >= WIDE;
        TextTable table =
                owners
                        ? new TextTable("RUNBOOK", "EXERCISED", "OWNER", "TITLE")
                        : new TextTable("RUNBOOK", "EXERCISED", "TITLE");
        for (Row row : rows) {
            String title =
                    row.errors() > 0 ? "cannot be run; blackstart lint " + row.name() : row.title();
            if (owners) {
                table.row(row.name(), row.exercise(now), row.owner().orElse("-"), title);
            } else {
                table.row(row.name(), row.exercise(now), title);
            }
        }
        return table.empty()
                ? List.of("No runbook here; blackstart init DIR makes a first one.")
                : table.lines(columns);
    }

    public Json json(Instant now) {
        return Json.array(
                rows,
                row ->
                        Json.object()
                                .with("runbook", row.name())
                                .with("title", row.title())
                                .with("owner", row.owner())
                                .with("exercise_every", row.every().map(Duration::toString))
                                .with("exercised", row.exercised().map(Instant::toString))
                                .with("overdue", Json.of(row.overdue(now)))
                                .with("errors", Json.of(row.errors())));
    }
}
