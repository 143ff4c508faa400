package dev.blackstart.door.cli;

import dev.blackstart.engine.RunAmendment;
import dev.blackstart.reading.RunbookAmendment;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Amendable;
import dev.blackstart.run.RunState;
import dev.blackstart.run.TextDifference;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Margin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changed files that are to take the place of those a run goes by: read, compared, shown, and
/// approved by the person in front of it.
final class Amending {
    private static final int MOST_LINES = 200;
    private static final long LARGEST = 1024 * 1024;

    private final RunState state;
    private final Map<String, String> before;
    private final Map<String, String> changed = new LinkedHashMap<>();

    /// @param before the texts the run goes by, by path relative to its runbook's folder
    Amending(RunState state, Map<String, String> before) {
        this.state = state;
        this.before = before;
    }

    /// Refuses, one sentence for each difference a run does not take.
    RunAmendment of(List<Path> files) {
        files.forEach(file -> changed.put(place(file), text(file)));
        Map<String, String> after = new TreeMap<>(before);
        after.putAll(changed);
        Runbook runbook =
                Shelf.accepted(
                        "the amended runbook",
                        RunbookReader.read(name(), after),
                        " Nothing was amended and nothing was sent.");
        RunbookAmendment.Difference difference =
                RunbookAmendment.between(before, new TreeMap<>(runbook.files()));
        List<String> refusals = new ArrayList<>(difference.refusals());
        refusals.addAll(Amendable.refusals(state, difference.steps()));
        if (refusals.isEmpty() && difference.steps().isEmpty()) {
            refusals.add("No command differs from what the run goes by.");
        }
        if (!refusals.isEmpty()) {
            refusals.add("Nothing was amended and nothing was sent.");
            throw new CannotGoOn(ExitCode.REFUSED, refusals);
        }
        Map<String, String> kept = new LinkedHashMap<>();
        changed.forEach((path, text) -> kept.put(Frozen.name(path), text));
        return new RunAmendment(
                kept,
                difference.steps().stream().sorted().toList(),
                TextDifference.between(before, after));
    }

    /// Nothing is amended unless a person at a terminal says y to the difference.
    static void agreed(RunAmendment amendment, Screen screen, boolean person) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "This run's runbook would be amended so, for the steps " + names(amendment) + ":");
        lines.addAll(
                Margin.lines(
                        String.join("\n", amendment.difference()),
                        screen.columns(),
                        MOST_LINES,
                        "diff shows all"));
        lines.add("Approvals of the old text are void; each command is asked about again.");
        screen.print(lines);
        boolean yes =
                person
                        && screen.ask("amend it so (y/N)>", "") instanceof Reply.Line line
                        && line.text().equals("y");
        if (!yes) {
            throw new CannotGoOn(
                    ExitCode.WAITING,
                    person
                            ? "Nothing was amended and nothing was sent."
                            : "An amendment wants a yes at a terminal; nothing was amended and nothing was sent.");
        }
    }

    private static String names(RunAmendment amendment) {
        return String.join(", ", amendment.steps().stream().map(step -> step.value()).toList());
    }

    private String name() {
        return state.opened().map(opened -> opened.runbook()).orElse("");
    }

    private String place(Path file) {
        return new AmendedFile(name(), before.keySet()).place(file);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) <= LARGEST) {
                return Files.readString(file);
            }
        } catch (IOException e) {
            throw unreadable(file, "it is not there, is no text, or is not yours to read");
        }
        throw unreadable(file, "it is larger than 1 MiB");
    }

    private static CannotGoOn unreadable(Path file, String why) {
        return new CannotGoOn(
                ExitCode.REFUSED,
                "The file %s cannot be read: %s."
                        .formatted(Escaped.line(file.toString(), 120), why));
    }
}
