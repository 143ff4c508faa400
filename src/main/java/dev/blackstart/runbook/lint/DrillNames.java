package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;

/// A drill that waits for a step of another name can never be passed.
final class DrillNames implements Rule {
    @Override
    public String id() {
        return "drill-names";
    }

    @Override
    public String says() {
        return "A drill names a step, hypothesis, parameter or runbook that is not there.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        return subject.drills().stream()
                .flatMap(drill -> check(drill, subject.whole()).stream())
                .toList();
    }

    private List<Problem> check(Drill drill, Runbook runbook) {
        List<Problem> problems = new ArrayList<>();
        if (!drill.runbook().equals(runbook.name())) {
            problems.add(
                    Problem.error(
                            drill.position(),
                            id(),
                            "the drill `%s` is for the runbook `%s` and lies beside `%s`; correct `runbook:` or move the file"
                                    .formatted(drill.name(), drill.runbook(), runbook.name())));
        }
        List<StepId> steps = new ArrayList<>(drill.mustRefuse());
        drill.answers().forEach(answer -> steps.add(answer.step()));
        steps.stream()
                .distinct()
                .filter(id -> runbook.step(id).isEmpty())
                .forEach(id ->
                        problems.add(
                                problem(
                                        drill,
                                        "step",
                                        id.value(),
                                        runbook.steps().stream()
                                                .map(s -> s.id().value())
                                                .toList())));
        drill.mustDiagnose().stream()
                .filter(name -> !runbook.hypotheses().containsKey(name))
                .forEach(name ->
                        problems.add(
                                problem(
                                        drill,
                                        "hypothesis",
                                        name.value(),
                                        runbook.hypotheses().keySet().stream()
                                                .map(HypothesisName::value)
                                                .toList())));
        drill.parameters().keySet().stream()
                .sorted()
                .filter(name -> !runbook.parameters().containsKey(name))
                .forEach(name ->
                        problems.add(
                                problem(
                                        drill,
                                        "parameter",
                                        name,
                                        List.copyOf(runbook.parameters().keySet()))));
        return problems;
    }

    private Problem problem(Drill drill, String what, String name, List<String> known) {
        String there = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
        return Problem.error(
                drill.position(),
                id(),
                "the drill `%s` names the %s `%s`, which its runbook does not have; %s"
                        .formatted(drill.name(), what, name, there));
    }
}
