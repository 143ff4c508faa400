package dev.blackstart.door.cli;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.template.ReportTemplates;
import dev.blackstart.view.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Renders reports from the team's template.
final class Reports {
    static final String TEMPLATE = "report/report.md.ftl";

    private final Surroundings surroundings;
    private final Ports.Journals journals;
    private final Places places;

    Reports(Surroundings surroundings, Ports.Journals journals, Places places) {
        this.surroundings = surroundings;
        this.journals = journals;
        this.places = places;
    }

    String markdown(Archive archive, RunId run) {
        List<Recorded> events = archive.events(run);
        if (events.isEmpty()) {
            throw new CannotGoOn(ExitCode.REFUSED, "Run " + run + " has no events to report.");
        }
        RunState state = RunState.fold(events);
        Report report = new Report(archive.runbook(state), events, surroundings.clock().getZone());
        try {
            return new ReportTemplates(places.templates()).render(TEMPLATE, report.values());
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    /// Keeps the report beside the journal.
    ///
    /// @return where it is
    Path keep(RunId run) {
        Path target = places.journal().resolve("reports").resolve(run + ".md");
        try (Archive archive = Archive.open(journals, places)) {
            write(target, markdown(archive, run));
        }
        return target;
    }

    static void write(Path target, String report) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(target, report);
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED, "The report cannot be written to " + target + ".");
        }
    }
}
