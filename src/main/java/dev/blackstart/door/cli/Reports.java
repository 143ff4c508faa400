package dev.blackstart.door.cli;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.template.ReportTemplates;
import dev.blackstart.view.Outlook;
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

    /// How the next command is named beside the same journal, with the same key.
    NextSteps steps(SharedOptions options) {
        return options.steps().with(places.identity());
    }

    RunReport of(Archive archive, String wanted) {
        return of(archive, archive.find(wanted));
    }

    private RunReport of(Archive archive, RunId run) {
        List<Recorded> events = archive.events(run);
        if (events.isEmpty()) {
            throw new CannotGoOn(ExitCode.REFUSED, "Run " + run + " has no events to report.");
        }
        RunState state = RunState.fold(events);
        boolean carriedOut = state.paused().isEmpty() && archive.owner(run).isPresent();
        return new RunReport(
                archive.runbook(state),
                events,
                new Outlook(surroundings.clock().instant(), carriedOut));
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

    /// Keeps the report beside the journal, in all its forms; a service keeps its own.
    ///
    /// @return where the one to read in a terminal is, one sentence
    String keep(RunId run) {
        if (journals.elsewhere()) {
            return "blackstart report " + run + " shows what happened.";
        }
        return "The report is in " + kept(run) + ".";
    }

    private Path kept(RunId run) {
        Path folder = places.journal().resolve("reports");
        try (Archive archive = Archive.open(journals, places)) {
            ReportPages pages = new ReportPages(of(archive, run));
            for (ReportFormat format : ReportFormat.values()) {
                write(folder.resolve(run + "." + format), rendered(pages, format));
            }
        }
        return folder.resolve(run + "." + ReportFormat.md);
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
