package dev.blackstart.door.cli;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.template.ReportTemplates;
import dev.blackstart.view.report.Pages;
import dev.blackstart.view.report.ReportPages;
import dev.blackstart.view.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Renders reports from the team's templates.
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

    RunReport of(Archive archive, String wanted) {
        return of(archive, archive.find(wanted));
    }

    private static RunReport of(Archive archive, RunId run) {
        List<Recorded> events = archive.events(run);
        if (events.isEmpty()) {
            throw new CannotGoOn(ExitCode.REFUSED, "Run " + run + " has no events to report.");
        }
        return new RunReport(archive.runbook(RunState.fold(events)), events);
    }

    /// Prints it, or writes it to the file that was named and says so.
    void deliver(Pages pages, ReportFormat format, Optional<Path> file) {
        String text = rendered(pages, format);
        if (file.isEmpty()) {
            surroundings.streams().out().print(text);
            return;
        }
        Path target = surroundings.cwd().resolve(file.get());
        write(target, text);
        surroundings.words().println("Written to " + target + ".");
    }

    private String rendered(Pages pages, ReportFormat format) {
        return switch (format) {
            case json -> pages.json().shown() + "\n";
            case md -> rendered(pages.template() + ".md.ftl", pages.markdown());
            case html -> rendered(pages.template() + ".html.ftl", pages.html());
        };
    }

    private String rendered(String template, Map<String, Object> values) {
        try {
            return new ReportTemplates(places.templates()).render("report/" + template, values);
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    String markdown(Archive archive, RunId run) {
        return rendered(new ReportPages(of(archive, run)), ReportFormat.md);
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

    private static void write(Path target, String report) {
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
