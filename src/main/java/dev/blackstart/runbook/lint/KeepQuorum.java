package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Live members can be counted only where something says which are live.
final class KeepQuorum implements Rule {
    @Override
    public String id() {
        return "keep-quorum";
    }

    @Override
    public String says() {
        return "A step with `keep_quorum` has no majority to keep, or its `verify` does not say of each member whether it is live.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Acting acting && acting.execution().spread().keepQuorum()) {
                proof(acting, problems);
                subject.inventory()
                        .ifPresent(inventory ->
                                groups(subject.runbook(), acting, inventory, problems));
            }
        }
        return problems;
    }

    private void proof(Step.Acting step, List<Problem> problems) {
        Optional<Verify> verify = step.execution().verify();
        if (verify.map(Verify::that).filter(Condition::perHost).isEmpty()) {
            problems.add(
                    Problem.error(
                            step.heading().position(),
                            id(),
                            "`%s` counts live members and nothing says which are; give it a `verify` whose `that` names `host.FINDING`, true for a live member"
                                    .formatted(step.id())));
        }
    }

    private void groups(
            Runbook runbook, Step.Acting step, Inventory inventory, List<Problem> problems) {
        List<HostName> hosts = step.targets().on().in(inventory);
        List<Group> groups =
                inventory.groups().values().stream()
                        .filter(Group::majority)
                        .filter(group -> group.members().stream().anyMatch(hosts::contains))
                        .toList();
        if (groups.isEmpty()) {
            warn(
                    step,
                    "`keep_quorum` of `%s` has no effect: none of its hosts is in a group with `quorum: majority`; mark the group in the inventory, or leave it out"
                            .formatted(step.id()),
                    problems);
        }
        groups.forEach(group -> members(runbook, step, group, inventory, problems));
    }

    private void members(
            Runbook runbook,
            Step.Acting step,
            Group group,
            Inventory inventory,
            List<Problem> problems) {
        if (group.members().size() < 3) {
            warn(
                    step,
                    "`%s` can spare none of its %d members, so `%s` will ask before each that is live"
                            .formatted(group.name(), group.members().size(), step.id()),
                    problems);
        }
        Optional<List<HostName>> asked =
                step.execution()
                        .verify()
                        .flatMap(verify -> runbook.step(verify.check()))
                        .filter(Step.Check.class::isInstance)
                        .map(check -> ((Step.Check) check).targets().on().in(inventory));
        List<HostName> unheard =
                group.members().stream()
                        .filter(member -> asked.filter(all -> !all.contains(member)).isPresent())
                        .toList();
        if (!unheard.isEmpty()) {
            warn(
                    step,
                    "the check that proves `%s` is never asked of %s, which then count as not live; add them to its `on`"
                            .formatted(
                                    step.id(),
                                    unheard.stream()
                                            .map(HostName::value)
                                            .collect(Collectors.joining(", "))),
                    problems);
        }
    }

    private void warn(Step step, String message, List<Problem> problems) {
        problems.add(Problem.warning(step.heading().position(), id(), message));
    }
}
