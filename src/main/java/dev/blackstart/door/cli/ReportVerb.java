package dev.blackstart.door.cli;

import dev.blackstart.view.report.Comparison;
import dev.blackstart.view.report.Pages;
import dev.blackstart.view.report.ReportPages;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report`: what happened in a run, as Markdown, JSON or one HTML page.
@Command(
        name = "report",
        description = "Write the report of a run as Markdown, JSON or one HTML page.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart report > report.md",
            "  blackstart report last --out report.html",
            "  blackstart report --compare 01j8 last"
        })
final class ReportVerb implements Callable<Integer> {
    private static final String LAST = "last";

    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();
    @Mixin ReportOptions options = new ReportOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "Id of the run, its first or last letters, or last (default: last).")
    @Nullable String run;

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            arity = "2",
            description = "Two runs side by side instead: what differs, and how long each took.")
    List<String> compared = List.of();

    ReportVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        Reports reports = new Reports(at.surroundings(), at.ports().journals(), at.places());
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            reports.deliver(wanted(reports, archive), options.wanted(shared), options.file());
        }
        return ExitCode.DONE.number();
    }

    private Pages wanted(Reports reports, Archive archive) {
        if (compared.isEmpty()) {
            return new ReportPages(reports.of(archive, run == null ? LAST : run));
        }
        if (run != null) {
            throw new CannotGoOn(ExitCode.USAGE, "--compare takes two runs; leave out the third.");
        }
        return new Comparison(
                reports.of(archive, compared.getFirst()), reports.of(archive, compared.getLast()));
    }
}
