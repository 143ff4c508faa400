package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.List;

/// All members at once take a quorum down for certain.
final class QuorumLoss implements Rule {
    @Override
    public String id() {
        return "quorum-loss";
    }

    @Override
    public String says() {
        return "A step starts together on a group with `quorum: majority` and says neither why that is accepted (`quorum_loss:`) nor how a lost quorum is seen.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : subject.runbook().steps()) {
            if (step instanceof Step.Acting acting && together(acting)) {
                subject.inventory().ifPresent(inventory -> check(acting, inventory, problems));
            }
        }
        return problems;
    }

    private static boolean together(Step.Acting acting) {
        Spread spread = acting.execution().spread();
        boolean observed =
                acting.execution()
                        .verify()
                        .map(Verify::that)
                        .filter(Condition::perHost)
                        .isPresent();
        return spread.together() && spread.quorumLoss().isEmpty() && !observed;
    }

    private void check(Step.Acting acting, Inventory inventory, List<Problem> problems) {
        List<HostName> hosts = acting.targets().on().in(inventory);
        for (Group group : inventory.groups().values()) {
            boolean members = group.members().stream().filter(hosts::contains).count() > 1;
            if (group.majority() && members) {
                problems.add(
                        Problem.error(
                                acting.heading().position(),
                                id(),
                                "`%s` takes the members of `%s` together, which must keep a majority; say in `quorum_loss:` why losing it is accepted, or give it a `verify` whose `that` names `host.FINDING`, so that a lost quorum can be seen"
                                        .formatted(acting.id(), group.name())));
            }
        }
    }
}
