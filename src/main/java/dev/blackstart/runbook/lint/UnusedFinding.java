package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is asked and never used costs time in an emergency.
final class UnusedFinding implements Rule {
    @Override
    public String id() {
        return "unused-finding";
    }

    @Override
    public String says() {
        return "A finding or an answer is used by no hypothesis, condition or derive.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        Set<FindingName> used = used(subject.runbook());
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            switch (step) {
                case Step.Check check ->
                        check.findings()
                                .forEach((name, measure) ->
                                        say(name, measure.position(), used, problems));
                case Step.Derive derive ->
                        say(derive.finding(), step.heading().position(), used, problems);
                case Step.Ask ask -> say(ask.finding(), step.heading().position(), used, problems);
                case Step.Acting s -> {}
                case Step.Wait s -> {}
                case Step.Manual s -> {}
                case Step.Call s -> {}
            }
        }
        return problems;
    }

    private void say(
            FindingName name, Position place, Set<FindingName> used, List<Problem> problems) {
        if (!used.contains(name)) {
            problems.add(
                    Problem.warning(
                            place,
                            id(),
                            "nothing uses the finding `%s`; name it in a hypothesis or a condition, or leave it out"
                                    .formatted(name)));
        }
    }

    private static Set<FindingName> used(Runbook runbook) {
        Set<FindingName> used = new HashSet<>();
        Conditions.all(runbook)
                .forEach(condition -> {
                    used.addAll(condition.references().findings());
                    used.addAll(condition.references().answers());
                });
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Derive derive) {
                used.addAll(derive.value().references().findings());
                used.addAll(derive.value().references().answers());
            }
        }
        return used;
    }
}
