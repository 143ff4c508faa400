package dev.blackstart.run;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which members of the groups with `quorum: majority` are live. A member is live when the step's
/// own `verify` holds for it on fresh evidence; what is not known is neither live nor down.
final class Quorum {
    private final Moment moment;
    private final Step.Acting step;

    Quorum(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// The groups that must keep a majority and have members among these hosts.
    static List<Group> groups(Plan plan, Collection<HostName> hosts) {
        return plan.inventory().groups().values().stream()
                .filter(Group::majority)
                .filter(group -> group.members().stream().anyMatch(hosts::contains))
                .toList();
    }

    /// What shows that a quorum is lost, where that is what licenses starting its members together.
    static Optional<Condition> licensing(Plan plan, Step.Acting step) {
        return mustBeLost(plan, step, step.targets().on().in(plan.inventory())).isEmpty()
                ? Optional.empty()
                : live(step);
    }

    /// The groups whose quorum must be observed lost before these hosts may be started together.
    private static List<Group> mustBeLost(Plan plan, Step.Acting step, Collection<HostName> hosts) {
        Spread spread = step.execution().spread();
        if (!spread.together() || spread.quorumLoss().isPresent()) {
            return List.of();
        }
        return groups(plan, hosts).stream()
                .filter(group -> group.members().stream().filter(hosts::contains).count() > 1)
                .toList();
    }

    private static Optional<Condition> live(Step.Acting step) {
        return step.execution().verify().map(Verify::that).filter(Condition::perHost);
    }

    /// The checks that say which members are live, where that has to be known.
    Set<Step.Check> checks() {
        List<HostName> hosts = moment.targets(step.targets());
        boolean counts =
                step.execution().spread().keepQuorum() && !groups(moment.plan(), hosts).isEmpty()
                        || !mustBeLost(moment.plan(), step, hosts).isEmpty();
        return counts
                ? Sources.of(moment.plan().runbook(), live(step).stream().toList()).checks()
                : Set.of();
    }

    List<QuorumCount> counts(Collection<HostName> hosts) {
        return groups(moment.plan(), hosts).stream().map(this::count).toList();
    }

    private QuorumCount count(Group group) {
        List<HostName> live = new ArrayList<>();
        List<HostName> down = new ArrayList<>();
        List<HostName> unsure = new ArrayList<>();
        Optional<Condition> condition = live(step);
        for (HostName member : group.members()) {
            if (condition.isEmpty()) {
                unsure.add(member);
                continue;
            }
            switch (moment.facts().ask(condition.get(), Optional.of(member)).truth()) {
                case TRUE -> live.add(member);
                case FALSE -> down.add(member);
                case UNKNOWN -> unsure.add(member);
            }
        }
        return new QuorumCount(group, live, down, unsure);
    }

    /// Those of these hosts that are members and not shown to be live.
    List<HostName> notLive(List<HostName> hosts) {
        List<QuorumCount> counts = counts(hosts);
        return hosts.stream()
                .filter(host -> counts.stream().anyMatch(count -> count.notLive(host)))
                .toList();
    }

    /// Why these hosts may not be started together; empty when they may.
    Optional<String> refusal(Collection<HostName> hosts) {
        return mustBeLost(moment.plan(), step, hosts).stream()
                .map(this::count)
                .filter(count -> !count.lost())
                .map(count ->
                        "%s starts the members of %s together, which is allowed when their quorum is seen to be lost: %s; where losing it is accepted, say so in `quorum_loss:`"
                                .formatted(step.id(), count.group().name(), count.shown()))
                .findFirst();
    }

    /// How the members stand, where that matters for these hosts.
    List<String> reasons(Collection<HostName> hosts) {
        List<String> reasons = new ArrayList<>();
        if (step.execution().spread().keepQuorum()) {
            counts(hosts).forEach(count -> reasons.add(count.shown()));
        }
        mustBeLost(moment.plan(), step, hosts)
                .forEach(group -> reasons.add("the quorum is lost: " + count(group).shown()));
        return reasons;
    }

    /// The hosts of a wave that can be sent to without taking a majority away, in its order.
    ///
    /// @param deadToo a person said that members which are not live may go, whatever the count
    List<HostName> bearable(List<HostName> wave, boolean deadToo) {
        List<QuorumCount> counts = counts(wave);
        List<HostName> going = new ArrayList<>();
        for (HostName host : wave) {
            if (counts.stream().allMatch(count -> count.bears(host, going, deadToo))) {
                going.add(host);
            }
        }
        return going;
    }
}
