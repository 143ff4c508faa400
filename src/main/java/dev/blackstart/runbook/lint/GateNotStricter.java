package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Who writes a weaker gate believes that it will be asked less.
final class GateNotStricter implements Rule {
    private static final Duration USUAL = GateRule.OPEN_AT_MOST;

    @Override
    public String id() {
        return "gate-not-stricter";
    }

    @Override
    public String says() {
        return "A `gate:` asks for less than the step's risk asks for; it can only be stricter.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                weaker(acting.execution().gate(), acting.execution().risk())
                        .forEach(what -> problems.add(problem(acting, what)));
            }
        }
        return problems;
    }

    private static List<String> weaker(GateRule rule, Risk own) {
        List<String> weaker = new ArrayList<>();
        rule.risk()
                .filter(risk -> risk.compareTo(own) < 0)
                .ifPresent(risk ->
                        weaker.add(
                                "asks as for `%s` where the step's risk is `%s`"
                                        .formatted(risk.word(), own.word())));
        int people = rule.askedAs(own).people();
        rule.approvals().stream()
                .filter(approvals -> approvals < people)
                .forEach(approvals ->
                        weaker.add(
                                "asks for %d approval where risk `%s` asks for %d"
                                        .formatted(approvals, rule.askedAs(own).word(), people)));
        rule.within()
                .filter(within -> within.compareTo(USUAL) > 0)
                .ifPresent(within ->
                        weaker.add(
                                "stays open for %d minutes where every gate closes after %d"
                                        .formatted(within.toMinutes(), USUAL.toMinutes())));
        return weaker;
    }

    private Problem problem(Step.Acting acting, String what) {
        return Problem.error(
                acting.heading().position(),
                id(),
                "the gate of `%s` %s; `gate:` can only be stricter, so raise or remove it"
                        .formatted(acting.id(), what));
    }
}
