package dev.blackstart.proof.simulation;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.ProgressLines;
import dev.blackstart.view.report.ReportPages;
import dev.blackstart.view.report.RunReport;
import java.time.ZoneOffset;
import java.util.List;

/// Everywhere that what happened is told: none of it may hold a secret.
final class Sinks {
    private Sinks() {}

    static void told(String where, String text) {
        if (text.contains(World.SECRET)) {
            throw new Violation(Invariant.NO_SECRET, "in %s: %s".formatted(where, text));
        }
    }

    /// What people see of a run.
    static void views(Runbook runbook, List<Recorded> events) {
        ProgressLines lines = new ProgressLines(runbook, ZoneOffset.UTC, 100);
        for (Recorded recorded : events) {
            lines.of(recorded, Mode.LIVE).forEach(line -> told("the log of a run", line));
        }
        Outlook outlook = new Outlook(events.getLast().at(), false);
        ReportPages pages = new ReportPages(new RunReport(runbook, events, outlook));
        told("the report as JSON", pages.json().toString());
        told("the report as Markdown", pages.markdown().toString());
        told("the report as a page", pages.html().toString());
    }
}
