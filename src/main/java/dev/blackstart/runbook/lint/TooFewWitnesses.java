package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Witnesses;
import java.util.ArrayList;
import java.util.List;

/// More witnesses than hosts can never be had.
final class TooFewWitnesses implements Rule {
    @Override
    public String id() {
        return "too-few-witnesses";
    }

    @Override
    public String says() {
        return "A check demands more witnesses than the inventory has hosts for it, so that its findings stay unknown for ever.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Check check
                    && check.witnesses().isPresent()
                    && subject.inventory().isPresent()) {
                check(check, check.witnesses().get(), subject.inventory().get(), problems);
            }
        }
        return problems;
    }

    private void check(
            Step.Check check, Witnesses witnesses, Inventory inventory, List<Problem> problems) {
        List<HostName> hosts = check.targets().on().in(inventory);
        long outside = hosts.stream().filter(inventory::outside).count();
        if (hosts.size() < witnesses.min()) {
            say(check, witnesses.min(), hosts.size(), "hosts", problems);
        }
        if (outside < witnesses.outside()) {
            say(check, witnesses.outside(), outside, "hosts of the group vantage", problems);
        }
    }

    private void say(Step step, int needed, long there, String what, List<Problem> problems) {
        problems.add(
                Problem.error(
                        step.heading().position(),
                        id(),
                        "`%s` needs %d %s as witnesses and its `on` selects %d; select more, or demand fewer"
                                .formatted(step.id(), needed, what, there)));
    }
}
