package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Targets;
import java.util.ArrayList;
import java.util.List;

/// A step that selects nobody blocks the run.
final class UnknownSelector implements Rule {
    @Override
    public String id() {
        return "unknown-selector";
    }

    @Override
    public String says() {
        return "An `on` names a group or host that the inventory does not have, or selects nobody.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Targeted targeted && subject.inventory().isPresent()) {
                check(step, targeted.targets(), subject.inventory().get(), problems);
            }
        }
        return problems;
    }

    private void check(Step step, Targets targets, Inventory inventory, List<Problem> problems) {
        List<String> unknown = targets.on().unknownIn(inventory);
        if (!unknown.isEmpty()) {
            problems.add(
                    Problem.error(
                            step.heading().position(),
                            id(),
                            "`on` of `%s` names %s, which the inventory does not have; its groups are %s"
                                    .formatted(
                                            step.id(),
                                            String.join(", ", unknown),
                                            String.join(", ", inventory.groups().keySet()))));
        } else if (targets.on().in(inventory).isEmpty()) {
            problems.add(
                    Problem.error(
                            step.heading().position(),
                            id(),
                            "`on` of `%s` selects no host; add hosts to its groups"
                                    .formatted(step.id())));
        }
    }
}
