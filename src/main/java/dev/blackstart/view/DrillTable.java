package dev.blackstart.view;

import dev.blackstart.runbook.Drill;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The drills of a folder of runbooks, with the world each one plays in: `made` needs nothing,
/// `lab` needs the lab.
public record DrillTable(List<Drill> drills) {
    public DrillTable {
        drills =
                drills.stream()
                        .sorted(
                                Comparator.comparing((Drill it) -> it.runbook().value())
                                        .thenComparing(it -> it.world() == Drill.World.LAB)
                                        .thenComparing(Drill::name))
                        .toList();
    }

    public List<String> lines(int columns) {
        TextTable table = new TextTable("DRILL", "RUNBOOK", "WORLD", "TITLE");
        drills.forEach(it ->
                table.row(
                        it.name(),
                        it.runbook().value(),
                        it.world() == Drill.World.LAB ? "lab" : "made",
                        it.title()));
        return table.empty()
                ? List.of("No drill here; blackstart init DIR makes a first runbook with one.")
                : table.lines(columns);
    }

    public Json json() {
        return Json.array(
                drills,
                it ->
                        Json.object()
                                .with("drill", it.name())
                                .with("runbook", it.runbook().value())
                                .with("world", it.world().name().toLowerCase(Locale.ROOT))
                                .with("title", it.title()));
    }
}
