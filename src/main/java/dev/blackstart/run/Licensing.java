package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides on fresh evidence whether an action is needed, where, and whether it is allowed.
final class Licensing {
    /// What the evidence says about sending.
    sealed interface Result {
        /// @param gate the gate that asks for it
        record Allowed(Gate gate) implements Result {}

        record NotNeeded(List<String> reasons) implements Result {}

        record Refused(List<String> reasons) implements Result {}

        record Blocked(String headline, List<String> reasons) implements Result {}
    }

    private final Moment moment;
    private final Step.Acting step;

    Licensing(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// @param first nothing was sent for this step yet
    List<Directive> next(List<HostName> candidates, boolean first) {
        long after =
                Math.max(
                        moment.state().actions().lastSequence(),
                        moment.decided(step.id(), Decisions.RECHECK, Decisions.RETRY));
        Looking looking = Looking.fresh(moment, checks(), after);
        if (!looking.done()) {
            return looking.directives();
        }
        return switch (weigh(candidates)) {
            case Result.NotNeeded no -> notNeeded(no, first);
            case Result.Refused refused ->
                    Settle.as(
                            step.id(),
                            first ? StepOutcome.REFUSED : StepOutcome.FAILED,
                            refused.reasons());
            case Result.Blocked blocked ->
                    Decisions.blocked(moment, step.id(), blocked.headline(), blocked.reasons());
            case Result.Allowed allowed -> ask(allowed.gate());
        };
    }

    private List<Directive> notNeeded(Result.NotNeeded no, boolean first) {
        return Settle.as(
                step.id(), first ? StepOutcome.NOT_NEEDED : StepOutcome.SUCCEEDED, no.reasons());
    }

    private List<Directive> ask(Gate gate) {
        return moment.plan().mode() == Mode.REHEARSAL
                ? List.of(
                        new Directive.Record(
                                List.of(
                                        new RunEvent.Rehearsed(gate),
                                        new RunEvent.StepSettled(
                                                step.id(),
                                                StepOutcome.REHEARSED,
                                                List.of("would be asked and sent; nothing was")))))
                : Settle.open(gate);
    }

    Set<Step.Check> checks() {
        List<Condition> conditions =
                Stream.of(
                                step.heading().when(),
                                step.targets().where(),
                                step.execution().requires())
                        .flatMap(Optional::stream)
                        .toList();
        return Sources.of(moment.plan().runbook(), conditions).checks();
    }

    Result weigh(List<HostName> candidates) {
        Explained when = when();
        if (when.truth() == Truth.FALSE) {
            return new Result.NotNeeded(when.reasons());
        }
        if (when.truth() == Truth.UNKNOWN) {
            return new Result.Blocked(
                    "Whether \"%s\" is needed is unknown. How shall the run go on?"
                            .formatted(step.heading().title()),
                    when.reasons());
        }
        List<HostName> chosen = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> notThere = new ArrayList<>();
        choose(candidates, chosen, unknown, notThere);
        if (!unknown.isEmpty()) {
            return new Result.Blocked(
                    "Where \"%s\" is needed is not known for every host. How shall the run go on?"
                            .formatted(step.heading().title()),
                    unknown);
        }
        return chosen.isEmpty() ? new Result.NotNeeded(notThere) : licensed(limited(chosen));
    }

    private Explained when() {
        return step.heading()
                .when()
                .map(when -> moment.facts().ask(when, Optional.empty()))
                .orElse(new Explained(Truth.TRUE, List.of()));
    }

    private void choose(
            List<HostName> candidates,
            List<HostName> chosen,
            List<String> unknown,
            List<String> notThere) {
        for (HostName host : candidates) {
            Explained where =
                    step.targets()
                            .where()
                            .map(condition -> moment.facts().ask(condition, Optional.of(host)))
                            .orElse(new Explained(Truth.TRUE, List.of()));
            String because = host + ": " + String.join("; ", where.reasons());
            switch (where.truth()) {
                case TRUE -> chosen.add(host);
                case FALSE -> notThere.add(because);
                case UNKNOWN -> unknown.add(because);
            }
        }
    }

    private List<HostName> limited(List<HostName> hosts) {
        int limit = step.targets().limit().orElse(hosts.size());
        return hosts.subList(0, Math.min(limit, hosts.size()));
    }

    private Result licensed(List<HostName> hosts) {
        Explained requires = requires(hosts);
        if (requires.truth() != Truth.TRUE) {
            return new Result.Refused(refusal(requires));
        }
        List<Prepared> commands = new ArrayList<>();
        for (HostName host : hosts) {
            switch (prepare(host)) {
                case Preparation.Result.Ready ready -> commands.add(ready.prepared());
                case Preparation.Result.Refused refused -> {
                    return new Result.Refused(List.of(host + ": " + refused.reason()));
                }
            }
        }
        List<String> why = new ArrayList<>(when().reasons());
        why.addAll(requires.reasons());
        return new Result.Allowed(
                new Approval(moment, step).gate(commands, why.stream().distinct().toList()));
    }

    private List<String> refusal(Explained requires) {
        List<String> reasons = new ArrayList<>(requires.reasons());
        for (var hypothesis : moment.plan().runbook().hypotheses().values()) {
            if (moment.facts().hypothesis(hypothesis.name()).truth() == Truth.TRUE) {
                hypothesis.doNot().ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private Explained requires(List<HostName> hosts) {
        Optional<Condition> requires = step.execution().requires();
        if (requires.isEmpty()) {
            return new Explained(Truth.TRUE, List.of());
        }
        if (!requires.get().perHost()) {
            return moment.facts().ask(requires.get(), Optional.empty());
        }
        Truth all = Truth.TRUE;
        List<String> reasons = new ArrayList<>();
        for (HostName host : hosts) {
            Explained one = moment.facts().ask(requires.get(), Optional.of(host));
            all = all.and(one.truth());
            one.reasons().forEach(reason -> reasons.add(host + ": " + reason));
        }
        return new Explained(all, reasons);
    }

    private Preparation.Result prepare(HostName host) {
        Preparation preparation = new Preparation(moment.plan());
        Optional<String> artifact =
                step instanceof Step.Snapshot
                        ? Optional.of(
                                preparation.artifactPath(
                                        runId(), Attempts.next(moment.state(), step.id(), host)))
                        : Optional.empty();
        return preparation.prepare(
                step.execution().command(), host, step.targets().timeout(), artifact);
    }

    private RunId runId() {
        return moment.state().opened().orElseThrow().run();
    }
}
