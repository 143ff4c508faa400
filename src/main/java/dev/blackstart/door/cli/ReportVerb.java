package dev.blackstart.door.cli;

import dev.blackstart.view.report.ReportPages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `report`: what happened in a run, as Markdown, JSON or one HTML page.
@Command(
        name = "report",
        description = "Write the report of a run as Markdown, JSON or one HTML page.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart report > report.md",
            "  blackstart report last --out report.html"
        })
final class ReportVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();
    @Mixin ReportOptions options = new ReportOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "Id of the run, its first or last letters, or last (default: last).")
    String run = "last";

    ReportVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Reports reports = new Reports(surroundings, ports.journals(), places);
        try (Archive archive = Archive.open(ports.journals(), places)) {
            var report = reports.of(archive, archive.find(run));
            reports.deliver(new ReportPages(report), options.wanted(shared), options.file());
        }
        return ExitCode.DONE.number();
    }
}
