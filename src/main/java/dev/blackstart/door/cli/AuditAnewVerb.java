package dev.blackstart.door.cli;

import dev.blackstart.journal.FreshStart;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.journal.Processes;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `audit begin-anew`: puts a damaged journal aside and begins a new one that names it.
@Command(
        name = "begin-anew",
        description =
                "Put a damaged journal aside as it is, and begin a new one that names it. Nothing in"
                        + " the old one is repaired, and its runs stay behind.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart audit begin-anew --reason 'the disk of bastion1 died'"})
final class AuditAnewVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for whoever reads the new journal.")
    String reason = "";

    AuditAnewVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        OwnJournal.needed(surroundings, shared, "audit begin-anew");
        Places places = new Setting(surroundings, shared).places();
        FreshStart start = new FreshStart(places.journal(), Processes.ofThisMachine());
        refuseNone(start, places);
        refuseIntact(places);
        try {
            FreshStart.Begun begun =
                    start.begin(
                            surroundings.person().name(),
                            reason,
                            surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS));
            new Printed(surroundings, shared)
                    .print(() -> lines(begun, places), () -> json(begun, places));
            return ExitCode.DONE.number();
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    /// A slip in the folder's name must not make one.
    private static void refuseNone(FreshStart start, Places places) {
        try {
            if (!start.possible()) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "There is no journal in %s; nothing was made. Name its folder with --journal DIR."
                                .formatted(places.journal()));
            }
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.JOURNAL,
                    "The folder %s cannot be read; nothing was made.".formatted(places.journal()));
        }
    }

    /// Only damage is a reason: a full disk or a newer format has another way on.
    private void refuseIntact(Places places) {
        try (JournalView journal = ports.journals().open(places.journal())) {
            if (journal instanceof Journal own && own.audit().intact()) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "The journal in %s verifies from its first event to its last; it stays."
                                .formatted(places.journal()));
            }
        } catch (JournalException e) {
            if (e.kind() != JournalException.Kind.DAMAGED) {
                throw Sentences.journal(e);
            }
        }
    }

    private static List<String> lines(FreshStart.Begun begun, Places places) {
        List<String> lines = new ArrayList<>();
        int readable = begun.predecessor().heads().size();
        lines.add(
                (begun.predecessor().sums().isEmpty()
                                ? "Of the old journal no file was left to put aside; %s says so."
                                : "The damaged journal is in %s, as it was.")
                        .formatted(places.journal().resolve(begun.predecessor().folder())));
        lines.add(
                "A new one is begun in its place and names it; of the old one's runs, %s could still be read."
                        .formatted(readable == 0 ? "none" : Integer.toString(readable)));
        begun.left().forEach(run -> lines.add(new SetAsideRun(run).sentence()));
        lines.add(
                begun.left().isEmpty()
                        ? "No run that could be read was open; of those that could not, nothing is known here."
                        : "Look at these hosts before anything is sent to them again; where an action was claimed, the host says so.");
        return lines;
    }

    private static Json json(FreshStart.Begun begun, Places places) {
        return Json.object()
                .with("folder", places.journal().resolve(begun.predecessor().folder()).toString())
                .with("sums", Json.texts(begun.predecessor().sums()))
                .with("heads", Json.texts(begun.predecessor().heads()))
                .with("left", Json.array(begun.left(), run -> new SetAsideRun(run).json()));
    }
}
