package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.List;

/// The conditions of a runbook.
final class Conditions {
    private Conditions() {}

    static List<Condition> of(Step step) {
        List<Condition> conditions = new ArrayList<>();
        step.heading().when().ifPresent(conditions::add);
        if (step instanceof Step.Targeted targeted) {
            targeted.targets().where().ifPresent(conditions::add);
        }
        switch (step) {
            case Step.Check check -> check.admissible().ifPresent(conditions::add);
            case Step.Acting acting -> {
                acting.execution().requires().ifPresent(conditions::add);
                acting.execution().verify().map(Verify::that).ifPresent(conditions::add);
                acting.execution().loan().flatMap(Loan::repaidWhen).ifPresent(conditions::add);
            }
            case Step.Wait wait -> conditions.add(wait.until());
            case Step.Manual manual -> manual.verify().map(Verify::that).ifPresent(conditions::add);
            case Step.Derive s -> {}
            case Step.Ask s -> {}
            case Step.Call s -> {}
        }
        return conditions;
    }

    static List<Condition> ofHypotheses(Runbook runbook) {
        List<Condition> conditions = new ArrayList<>();
        runbook.hypotheses()
                .values()
                .forEach(hypothesis -> {
                    conditions.addAll(hypothesis.confirmedBy());
                    conditions.addAll(hypothesis.refutedBy());
                });
        return conditions;
    }

    static List<Condition> ofSteps(Runbook runbook) {
        return runbook.steps().stream().flatMap(step -> of(step).stream()).toList();
    }

    static List<Condition> all(Runbook runbook) {
        List<Condition> conditions = new ArrayList<>(ofHypotheses(runbook));
        conditions.addAll(ofSteps(runbook));
        return conditions;
    }
}
