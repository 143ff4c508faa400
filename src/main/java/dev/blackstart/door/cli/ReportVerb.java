package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report`: what happened in a run, as Markdown.
@Command(
        name = "report",
        description = "Write the report of a run as Markdown.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart report > report.md", "  blackstart report last --file report.md"})
final class ReportVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "Id of the run, its first or last letters, or last (default: last).")
    String run = "last";

    @Option(names = "--file", paramLabel = "FILE", description = "Write to a file instead.")
    @Nullable Path file;

    ReportVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        String report;
        try (Archive archive = Archive.open(ports.journals(), places)) {
            report =
                    new Reports(surroundings, ports.journals(), places)
                            .markdown(archive, archive.find(run));
        }
        if (file == null) {
            surroundings.streams().out().print(report);
            return ExitCode.DONE.number();
        }
        Path target = surroundings.cwd().resolve(file);
        Reports.write(target, report);
        surroundings.streams().out().println("Written to " + target + ".");
        return ExitCode.DONE.number();
    }
}
