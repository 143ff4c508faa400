package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// An exit status says that a command ended, not that it helped.
final class ActionWithoutVerify implements Rule {
    @Override
    public String id() {
        return "no-verify";
    }

    @Override
    public String says() {
        return "An action has no `verify`, or a snapshot no `valid`, so that nothing proves its effect.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Action action && action.execution().verify().isEmpty()) {
                say(step, "nothing proves that `%s` helped; add `verify:` with a check", problems);
            } else if (step instanceof Step.Snapshot snapshot
                    && snapshot.valid().isEmpty()
                    && snapshot.execution().verify().isEmpty()) {
                say(
                        step,
                        "nothing proves that the artifact of `%s` is good; add `valid:`",
                        problems);
            }
        }
        return problems;
    }

    private void say(Step step, String message, List<Problem> problems) {
        problems.add(
                Problem.warning(step.heading().position(), id(), message.formatted(step.id())));
    }
}
