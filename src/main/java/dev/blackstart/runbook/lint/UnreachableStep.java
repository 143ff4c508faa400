package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A step whose conditions are false whatever is found is never carried out.
final class UnreachableStep implements Rule {
    private static final Facts NOTHING = new NothingKnown();

    @Override
    public String id() {
        return "unreachable";
    }

    @Override
    public String says() {
        return "A step or hypothesis has a condition that is false whatever is found, so that it can never come into play.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        Map<HypothesisName, Hypothesis> hypotheses = subject.runbook().hypotheses();
        List<Problem> problems = new ArrayList<>();
        Set<HypothesisName> never =
                hypotheses.values().stream()
                        .filter(h -> h.confirmedBy().stream().anyMatch(UnreachableStep::neverTrue))
                        .map(Hypothesis::name)
                        .collect(Collectors.toSet());
        hypotheses.values().stream()
                .filter(h -> never.contains(h.name()))
                .forEach(h ->
                        say(
                                h.confirmedBy().stream()
                                        .filter(UnreachableStep::neverTrue)
                                        .findFirst()
                                        .orElseThrow(),
                                "the hypothesis `%s` can never be confirmed, because this is false whatever is found; correct it"
                                        .formatted(h.name()),
                                problems));
        subject.runbook().steps().forEach(step -> step(step, never, problems));
        return problems;
    }

    private void step(Step step, Set<HypothesisName> never, List<Problem> problems) {
        for (Condition condition : needed(step)) {
            if (neverTrue(condition) || restsOn(condition, never)) {
                say(
                        condition,
                        "`%s` is never carried out, because this is false whatever is found; correct it or leave the step out"
                                .formatted(step.id()),
                        problems);
            }
        }
    }

    private void say(Condition condition, String message, List<Problem> problems) {
        problems.add(Problem.warning(condition.position(), id(), message));
    }

    private static List<Condition> needed(Step step) {
        List<Condition> needed = new ArrayList<>();
        step.heading().when().ifPresent(needed::add);
        if (step instanceof Step.Targeted targeted) {
            targeted.targets().where().ifPresent(needed::add);
        }
        if (step instanceof Step.Acting acting) {
            acting.execution().requires().ifPresent(needed::add);
        }
        return needed;
    }

    /// The condition is nothing but a hypothesis that can never be confirmed.
    private static boolean restsOn(Condition condition, Set<HypothesisName> never) {
        String text = condition.text().strip().replaceFirst("^established\\.", "");
        return never.stream().anyMatch(name -> name.value().equals(text));
    }

    /// What became of steps is known at any time, so conditions over it are left alone.
    private static boolean neverTrue(Condition condition) {
        return condition.references().steps().isEmpty()
                && condition
                                .evaluate(
                                        NOTHING,
                                        condition.perHost()
                                                ? Optional.of(NothingKnown.HOST)
                                                : Optional.empty())
                                .truth()
                        == Truth.FALSE;
    }
}
