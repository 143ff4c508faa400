package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A hypothesis that no step rests on changes nothing.
final class UnusedHypothesis implements Rule {
    @Override
    public String id() {
        return "unused-hypothesis";
    }

    @Override
    public String says() {
        return "A hypothesis is named by no step, so that it decides nothing.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        Set<HypothesisName> used = new HashSet<>();
        Conditions.ofSteps(subject.runbook())
                .forEach(condition -> {
                    used.addAll(condition.references().hypotheses());
                    used.addAll(condition.references().established());
                });
        return subject.runbook().hypotheses().values().stream()
                .filter(hypothesis -> !used.contains(hypothesis.name()))
                .map(hypothesis ->
                        Problem.warning(
                                hypothesis.position(),
                                id(),
                                "no step names the hypothesis `%s`; use it in `when` or `requires`, or leave it out"
                                        .formatted(hypothesis.name())))
                .toList();
    }
}
