package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;

/// The deadline of a step ends a hanging command, but then nothing is known; a limit of its own
/// gives an answer.
final class CommandThatHangs implements Rule {
    @Override
    public String id() {
        return "command-that-hangs";
    }

    @Override
    public String says() {
        return "A command can hang on exactly the hosts that are suspect, because nothing limits how long it waits.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (ShellText text : ShellTexts.all(subject.runbook())) {
            for (ShellCommand command : text.commands()) {
                HangingCommands.advice(command)
                        .map(advice ->
                                "`%s` can hang on a suspect host; %s"
                                        .formatted(command.name(), advice))
                        .or(() -> HangingCommands.capture(command))
                        .ifPresent(message ->
                                problems.add(
                                        Problem.warning(text.at(command.offset()), id(), message)));
            }
        }
        return problems;
    }
}
