package dev.blackstart.reading;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.OnFailure;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Upload;
import dev.blackstart.runbook.Validity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads `action` and `snapshot` steps.
final class ActionReader {
    static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Desk desk;
    private final PartReader parts;
    private final CommandReader commands;

    ActionReader(Desk desk) {
        this.desk = desk;
        this.parts = new PartReader(desk);
        this.commands = new CommandReader(desk);
    }

    Optional<Step> action(StepNode step) {
        var heading = parts.heading(step);
        var targets = parts.targets(step.entries(), TIMEOUT);
        var execution = execution(step.entries());
        return heading.isEmpty() || targets.isEmpty() || execution.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Action(heading.get(), targets.get(), execution.get()));
    }

    Optional<Step> snapshot(StepNode step) {
        Entries entries = step.entries();
        var heading = parts.heading(step);
        var targets = parts.targets(entries, TIMEOUT);
        var execution = execution(entries);
        Optional<Validity> valid = entries.inside("valid").flatMap(this::validity);
        execution.ifPresent(e -> checkArtifact(entries, e.command()));
        return heading.isEmpty() || targets.isEmpty() || execution.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Step.Snapshot(
                                heading.get(),
                                targets.get(),
                                execution.get(),
                                valid,
                                entries.yes("fetch")));
    }

    private Optional<Execution> execution(Entries entries) {
        Optional<Command> command = commands.reading(entries, entries.has("upload"));
        var requires = desk.condition(entries, "requires", true);
        List<ScriptFile> preserve =
                entries.scalars("preserve").stream()
                        .flatMap(path -> desk.script(path).stream())
                        .toList();
        var verify = parts.verify(entries, true);
        var release = entries.inside("release").flatMap(this::release);
        var loan = entries.inside("loan").flatMap(this::loan);
        var upload = entries.inside("upload").flatMap(new UploadReader(desk)::read);
        var undo = undo(entries, upload);
        new RevertReader(desk).check(entries, command, undo, verify);
        return command.map(c ->
                new Execution(
                        c,
                        entries.text("risk").flatMap(Risk::named).orElse(Risk.MUTATE),
                        requires,
                        preserve,
                        verify,
                        release,
                        undo,
                        loan,
                        entries.duration("auto_revert"),
                        entries.inside("expects").map(ActionReader::expects),
                        upload,
                        entries.text("on_failure").flatMap(OnFailure::named).orElse(OnFailure.ASK),
                        SpreadReader.spread(entries),
                        entries.inside("gate").map(ActionReader::gate).orElse(GateRule.NONE),
                        entries.texts("locks")));
    }

    /// An upload that stands alone is taken back by putting the file of before in place again.
    private Optional<Command> undo(Entries entries, Optional<Upload> upload) {
        boolean alone = !entries.has("run") && !entries.has("script") && !entries.has("undo");
        return alone
                ? upload.map(file -> UploadReader.restoring(file, entries.yes("sudo")))
                : entries.inside("undo").flatMap(commands::read);
    }

    private Optional<Loan> loan(Entries entries) {
        var repaidWhen = desk.condition(entries, "repaid_when", false);
        var capture = entries.inside("capture").flatMap(commands::read);
        return entries.duration("due").map(due -> new Loan(due, repaidWhen, capture));
    }

    private static Expects expects(Entries entries) {
        return new Expects(
                entries.yes("reboot"),
                entries.yes("disconnect"),
                entries.duration("back_within"),
                entries.yes("self"));
    }

    private static GateRule gate(Entries entries) {
        return new GateRule(
                entries.text("risk").flatMap(Risk::named),
                entries.count("approvals"),
                entries.duration("within"));
    }

    private Optional<Release> release(Entries entries) {
        Optional<Command> command = commands.read(entries);
        var after = PartReader.id(entries, "after");
        return command.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Release(command.get(), after.get()));
    }

    private Optional<Validity> validity(Entries entries) {
        Optional<Command> command = commands.read(entries);
        var that = entries.scalar("that").flatMap(desk::measure);
        return command.isEmpty() || that.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validity(command.get(), that.get()));
    }

    private void checkArtifact(Entries entries, Command command) {
        boolean named =
                switch (command.body()) {
                    case Command.Body.Run run -> run.text().names().contains("artifact");
                    case Command.Body.Script script ->
                            command.env().values().stream()
                                    .anyMatch(text -> text.names().contains("artifact"));
                    case Command.Body.Nothing nothing -> false;
                };
        if (!named) {
            desk.problems()
                    .error(
                            entries.at(entries.has("run") ? "run" : "script"),
                            "artifact",
                            "a snapshot must write to the path that is given to it; use [=artifact] in `run`, or hand it to the script with `env: { ARTIFACT: \"[=artifact]\" }`");
        }
    }
}
