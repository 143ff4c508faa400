package dev.blackstart.view.map;

import dev.blackstart.topology.Chart;
import dev.blackstart.topology.Collected;
import dev.blackstart.topology.Rung;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The ladder of thresholds: which of them an outage of some length crosses, and what heals each.
record LadderLines(Chart chart, Duration outage, int columns) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("An outage of " + Elapsed.shown(outage));
        List<Rung> ladder = chart.ladder(outage);
        if (ladder.isEmpty()) {
            lines.add("  no threshold is written down; give services `thresholds`");
            return lines;
        }
        TextTable table = new TextTable("AFTER", "SERVICE", "HEALED BY", "WHAT HAPPENS");
        for (Rung rung : ladder) {
            table.row(
                    Elapsed.shown(rung.after()),
                    rung.service(),
                    rung.crossed() ? healed(rung) : "not reached",
                    rung.threshold().says()
                            + rung.collected().map(it -> seen(rung, it)).orElse(""));
        }
        table.lines(columns - 2).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static String seen(Rung rung, Collected it) {
        return " (found on %s on %s; written: %s)"
                .formatted(
                        it.host(),
                        it.at().toString().substring(0, 10),
                        Elapsed.shown(rung.threshold().after()));
    }

    private static String healed(Rung rung) {
        if (rung.threshold().healsByItself()) {
            return "itself";
        }
        return rung.threshold()
                .runbook()
                .map(runbook -> "blackstart run " + runbook)
                .orElse("NOTHING NAMED");
    }
}
