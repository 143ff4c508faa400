package dev.blackstart.view;

import dev.blackstart.runbook.Drill;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The drills of a folder of runbooks, with the world each one plays in: `made` needs nothing,
/// `lab` needs the lab.
public record DrillTable(List<Row> rows) {
    private static final String LAB = "lab";

    /// @param world as the drill file has it
    public record Row(String name, String runbook, String world, String title) {
        private boolean lab() {
            return world.equals(LAB);
        }
    }

    public DrillTable {
        rows =
                rows.stream()
                        .sorted(
                                Comparator.comparing(Row::runbook)
                                        .thenComparing(Row::lab)
                                        .thenComparing(Row::name))
                        .toList();
    }

    public static DrillTable of(List<Drill> drills) {
        return new DrillTable(
                drills.stream()
                        .map(it ->
                                new Row(
                                        it.name(),
                                        it.runbook().value(),
                                        it.world().name().toLowerCase(Locale.ROOT),
                                        it.title()))
                        .toList());
    }

    public List<String> lines(int columns) {
        TextTable table = new TextTable("DRILL", "RUNBOOK", "WORLD", "TITLE");
        rows.forEach(it -> table.row(it.name(), it.runbook(), it.lab() ? LAB : "made", it.title()));
        return table.empty()
                ? List.of("No drill here; blackstart init DIR makes a first runbook with one.")
                : table.lines(columns);
    }

    public Json json() {
        return Json.array(
                rows,
                it ->
                        Json.object()
                                .with("drill", it.name())
                                .with("runbook", it.runbook())
                                .with("world", it.world())
                                .with("title", it.title()));
    }
}
