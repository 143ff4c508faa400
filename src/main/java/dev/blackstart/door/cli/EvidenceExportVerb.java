package dev.blackstart.door.cli;

import dev.blackstart.journal.export.Bundle;
import dev.blackstart.journal.export.ChainFiles;
import dev.blackstart.journal.export.SigningKey;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence export`: all that is known of a run in one archive.
@Command(
        name = "export",
        description =
                "Pack all that is known of a run into one zip file: events, report, frozen files,"
                        + " outputs, and a hash of each.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart evidence export",
            "  blackstart evidence export last --file incident.zip --artifacts"
        })
final class EvidenceExportVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Mixin SigningOption signing = new SigningOption();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "Id of the run, its first or last letters, or last (default: last).")
    String run = "last";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The zip file (default: blackstart-RUN.zip here).")
    @Nullable Path file;

    @Option(
            names = "--artifacts",
            description = "Also the snapshots that were copied off their hosts; they may be large.")
    boolean artifacts;

    EvidenceExportVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        OwnJournal.needed(surroundings, shared, "evidence export");
        Places places = new Setting(surroundings, shared).places();
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunId id = archive.find(run);
            Path target =
                    surroundings
                            .cwd()
                            .resolve(file == null ? Path.of("blackstart-" + id + ".zip") : file);
            if (Files.exists(target)) {
                throw new CannotGoOn(
                        ExitCode.USAGE, target + " is there already; name another with --file.");
            }
            return export(archive, id, places, target);
        }
    }

    private int export(Archive archive, RunId id, Places places, Path target) {
        List<Recorded> events = archive.events(id);
        SigningKey key = signing.key(surroundings, places);
        Bundle bundle = new Bundle();
        ChainFiles.of(List.of(archive.chain(id)), key, events.getLast().at()).forEach(bundle::add);
        archive.frozen(RunState.fold(events))
                .forEach((name, content) -> bundle.add("frozen/" + name, content));
        report(archive, id, places, bundle);
        List<String> missing = new Evidence(places, events).into(bundle, artifacts);
        try {
            bundle.zip(target, events.getLast().at());
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED, "The archive cannot be written to " + target + ".");
        }
        missing.forEach(surroundings.complaints()::println);
        PrintStream out = surroundings.words();
        out.println("Written to %s, signed with the key %s.".formatted(target, key.fingerprint()));
        out.println(
                "Check it anywhere: unzip it, then sha256sum -c SHA256SUMS and sh verify.sh PUBLIC-KEY.");
        return ExitCode.DONE.number();
    }

    /// The evidence leaves also where the team's template is broken.
    private void report(Archive archive, RunId id, Places places, Bundle bundle) {
        try {
            String report =
                    new Reports(surroundings, ports.journals(), places).markdown(archive, id);
            bundle.add("report.md", report.getBytes(StandardCharsets.UTF_8));
        } catch (CannotGoOn e) {
            surroundings
                    .complaints()
                    .println("The archive has no report: " + String.join(" ", e.lines()));
        }
    }
}
