package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;

/// A check runs without asking, as often as it likes; so it must only look.
final class CheckThatChanges implements Rule {
    @Override
    public String id() {
        return "check-that-changes";
    }

    @Override
    public String says() {
        return "A check looks as if it changes something, and checks run without a gate; an error in `run`, a warning in a script.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (ShellText text : ShellTexts.looking(subject.runbook())) {
            for (ShellCommand command : text.commands()) {
                Position position = text.at(command.offset());
                ChangingVerbs.in(command)
                        .ifPresent(verb -> problems.add(problem(text, position, "`" + verb + "`")));
                ChangingVerbs.redirected(command)
                        .ifPresent(file ->
                                problems.add(problem(text, position, "writing to " + file)));
            }
        }
        return problems;
    }

    private Problem problem(ShellText text, Position position, String verb) {
        String message =
                "%s looks as if this check changes something, and checks run without asking; make it an action"
                        .formatted(verb);
        return text.inScript()
                ? Problem.warning(position, id(), message)
                : Problem.error(position, id(), message);
    }
}
