package dev.blackstart.door.cli;

import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.export.Bundle;
import dev.blackstart.journal.export.ChainFiles;
import dev.blackstart.journal.export.SigningKey;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `audit export`: chains out of the journal, with a signature over their heads.
@Command(
        name = "export",
        description =
                "Take the chains of runs out of the journal, signed, so that strangers can check"
                        + " them.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart audit export",
            "  blackstart audit export last --file handed-over",
            "  sh handed-over/verify.sh key-from-the-owner.pem"
        })
final class AuditExportVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Mixin SigningOption signing = new SigningOption();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Ids of runs, their first or last letters, or last (default: all runs).")
    List<String> runs = List.of();

    @Option(
            names = "--file",
            paramLabel = "DIR",
            description = "Folder to make (default: blackstart-audit here).")
    @Nullable Path folder;

    AuditExportVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        OwnJournal.needed(surroundings, shared, "audit export");
        Places places = new Setting(surroundings, shared).places();
        Path target =
                surroundings.cwd().resolve(folder == null ? Path.of("blackstart-audit") : folder);
        if (Files.exists(target)) {
            throw new CannotGoOn(
                    ExitCode.USAGE, target + " is there already; name another with --file DIR.");
        }
        List<ChainCopy> chains = chains(places);
        SigningKey key = signing.key(surroundings, places);
        Bundle bundle = new Bundle();
        ChainFiles.of(chains, key, surroundings.clock().instant()).forEach(bundle::add);
        try {
            bundle.unpacked(target);
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED, "The export cannot be written to " + target + ".");
        }
        return said(chains, key, target);
    }

    private List<ChainCopy> chains(Places places) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            return runs.isEmpty()
                    ? archive.chains()
                    : runs.stream().map(archive::find).distinct().map(archive::chain).toList();
        }
    }

    /// A damaged run leaves with what verifies of it, and that is not success.
    private int said(List<ChainCopy> chains, SigningKey key, Path target) {
        List<ChainCopy> damaged = chains.stream().filter(it -> it.damage().isPresent()).toList();
        long events = chains.stream().mapToLong(chain -> chain.entries().size()).sum();
        new Printed(surroundings, shared)
                .print(
                        () -> lines(chains.size(), events, damaged, key, target),
                        () ->
                                Json.object()
                                        .with("folder", target.toString())
                                        .with("runs", Json.of(chains.size()))
                                        .with("events", Json.of(events))
                                        .with("damaged", Json.of(damaged.size()))
                                        .with("fingerprint", key.fingerprint()));
        return (damaged.isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
    }

    private static List<String> lines(
            int runs, long events, List<ChainCopy> damaged, SigningKey key, Path target) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Written to %s: %s with %s."
                        .formatted(target, Words.count(runs, "run"), Words.count(events, "event")));
        for (ChainCopy run : damaged) {
            lines.add(
                    "Run %s is damaged after event %d (%s); the export holds what verifies."
                            .formatted(
                                    run.run(), run.entries().size(), run.damage().orElseThrow()));
        }
        lines.add("Signed with the key " + key.fingerprint() + " (SHA-256 of the public key).");
        lines.add("Check it anywhere: sh verify.sh PUBLIC-KEY, in that folder.");
        return lines;
    }
}
