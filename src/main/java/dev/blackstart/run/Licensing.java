package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

        /// @param undecided the evidence does not say, rather than says no
        record Refused(List<String> reasons, boolean undecided) implements Result {
            Refused(List<String> reasons) {
                this(reasons, false);
            }
        }

        /// @param unsure hosts without which it could go on
        record Blocked(String headline, List<String> reasons, List<HostName> unsure)
                implements Result {}
    }

    private final Moment moment;
    private final Step.Acting step;

    Licensing(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// @param first nothing was sent for this step yet
    List<Directive> next(List<HostName> candidates, boolean first) {
        long after = moment.askingAfter(step.id(), Decisions.RECHECK, Decisions.RETRY);
        Looking looking = Looking.fresh(moment, checks(), after);
        if (!looking.done()) {
            return looking.directives();
        }
        List<Directive> files = looks(candidates, after);
        if (!files.isEmpty()) {
            return files;
        }
        List<Directive> verdicts = Verdicts.decidedSinceRecheck(moment, step.id());
        if (!verdicts.isEmpty()) {
            return verdicts;
        }
        return switch (weigh(candidates)) {
            case Result.NotNeeded no -> notNeeded(no, first);
            case Result.Refused refused ->
                    Settle.as(
                            step.id(),
                            first ? outcome(refused) : StepOutcome.FAILED,
                            refused.reasons());
            case Result.Blocked blocked ->
                    Decisions.blocked(
                            moment,
                            step.id(),
                            blocked.headline(),
                            blocked.reasons(),
                            blocked.unsure());
            case Result.Allowed allowed -> ask(allowed.gate());
        };
    }

    private static StepOutcome outcome(Result.Refused refused) {
        return refused.undecided() ? StepOutcome.UNDECIDED : StepOutcome.REFUSED;
    }

    private List<Directive> notNeeded(Result.NotNeeded no, boolean first) {
        List<HostName> touched = Standing.present(moment, step);
        List<HostName> failed = Standing.those(moment, step, touched, Standing.Failed.class);
        if (!failed.isEmpty()) {
            return new FailureMenu(moment, step, FailureMenu.Cause.NO_LONGER_NEEDED, failed)
                    .open(
                            step.heading().title()
                                    + " did not succeed and is no longer needed. How shall the run"
                                    + " go on?",
                            no.reasons());
        }
        return first || Standing.those(moment, step, touched, Standing.Done.class).isEmpty()
                ? Settle.as(step.id(), StepOutcome.NOT_NEEDED, no.reasons())
                : new Proving(moment, step, touched).next();
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

    /// Looks at the files an upload would replace, where it may be needed.
    List<Directive> looks(List<HostName> candidates, long after) {
        if (when().truth() != Truth.TRUE) {
            return List.of();
        }
        List<HostName> needing =
                candidates.stream().filter(host -> where(host).truth() == Truth.TRUE).toList();
        return new Uploads(moment, step).looks(needing, after);
    }

    Set<Step.Check> checks() {
        Set<Step.Check> checks =
                new LinkedHashSet<>(Sources.licensing(moment.plan(), step).checks());
        checks.addAll(new Quorum(moment, step).checks());
        return checks;
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
                    when.reasons(),
                    List.of());
        }
        List<HostName> chosen = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> notThere = new ArrayList<>();
        List<HostName> unsure = new ArrayList<>();
        choose(candidates, chosen, unknown, notThere, unsure);
        if (step.targets().limit().isPresent()
                && chosen.size() >= step.targets().limit().getAsInt()) {
            return licensed(limited(chosen));
        }
        if (!unknown.isEmpty() && !goesOnWithout()) {
            return new Result.Blocked(
                    "Where \"%s\" is needed is not known for every host. How shall the run go on?"
                            .formatted(step.heading().title()),
                    unknown,
                    chosen.isEmpty() ? List.of() : unsure);
        }
        return chosen.isEmpty() ? new Result.NotNeeded(notThere) : licensed(limited(chosen));
    }

    /// A person's newest word was to leave out the hosts that do not answer.
    private boolean goesOnWithout() {
        return moment.decision(step.id())
                .filter(answer -> answer.event().choice().equals(Decisions.WITHOUT))
                .isPresent();
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
            List<String> notThere,
            List<HostName> unsure) {
        Uploads uploads = new Uploads(moment, step);
        for (HostName host : candidates) {
            Explained where = where(host);
            Optional<String> alreadySo = uploads.alreadySo(host);
            Optional<String> notKnown = uploads.notKnown(host);
            if (where.truth() == Truth.TRUE && alreadySo.isPresent()) {
                where = Explained.of(Truth.FALSE, alreadySo.get());
            } else if (where.truth() == Truth.TRUE && notKnown.isPresent()) {
                where = Explained.of(Truth.UNKNOWN, notKnown.get());
            }
            String because = host + ": " + String.join("; ", where.reasons());
            switch (where.truth()) {
                case TRUE -> chosen.add(host);
                case FALSE -> notThere.add(because);
                case UNKNOWN -> {
                    unknown.add(because);
                    unsure.add(host);
                }
            }
        }
    }

    private Explained where(HostName host) {
        return step.targets()
                .where()
                .map(condition -> moment.facts().ask(condition, Optional.of(host)))
                .orElse(new Explained(Truth.TRUE, List.of()));
    }

    private List<HostName> limited(List<HostName> hosts) {
        int limit = step.targets().limit().orElse(hosts.size());
        return hosts.subList(0, Math.min(limit, hosts.size()));
    }

    private Result licensed(List<HostName> hosts) {
        Optional<String> unguarded = unguarded(hosts);
        if (unguarded.isPresent()) {
            return new Result.Refused(List.of(unguarded.get()));
        }
        Explained requires = requires(hosts);
        if (requires.truth() != Truth.TRUE) {
            return new Result.Refused(refusal(requires), requires.truth() == Truth.UNKNOWN);
        }
        Quorum quorum = new Quorum(moment, step);
        Optional<String> together = quorum.refusal(hosts);
        if (together.isPresent()) {
            return new Result.Refused(List.of(together.get()));
        }
        List<Prepared> commands = new ArrayList<>();
        for (HostName host : hosts) {
            switch (preserving(host)) {
                case Preparation.Result.Ready ready -> commands.add(ready.prepared());
                case Preparation.Result.Refused refused -> {
                    return new Result.Refused(List.of(host + ": " + refused.reason()));
                }
                case Preparation.Result.Nothing nothing -> {}
            }
            switch (prepare(host)) {
                case Preparation.Result.Nothing nothing -> {}
                case Preparation.Result.Ready ready -> commands.add(ready.prepared());
                case Preparation.Result.Refused refused -> {
                    return new Result.Refused(List.of(host + ": " + refused.reason()));
                }
            }
        }
        // what licenses it comes first, since a screen may have room for one line
        List<String> why = new ArrayList<>(requires.reasons());
        why.addAll(when().reasons());
        why.addAll(quorum.reasons(hosts));
        return new Result.Allowed(
                new Approval(moment, step).gate(commands, why.stream().distinct().toList()));
    }

    /// Why the host could not undo it by itself, where it shall.
    private Optional<String> unguarded(List<HostName> hosts) {
        if (step.execution().autoRevert().isEmpty()) {
            return Optional.empty();
        }
        return hosts.stream()
                .flatMap(host ->
                        new Undo(moment, step).prepare(host)
                                        instanceof Preparation.Result.Refused refused
                                ? Stream.of(host + ": its undo: " + refused.reason())
                                : Stream.empty())
                .findFirst();
    }

    private List<String> refusal(Explained requires) {
        List<String> reasons = new ArrayList<>(requires.reasons());
        for (var hypothesis : moment.hypotheses()) {
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

    private Preparation.Result preserving(HostName host) {
        return new Preparation(moment.plan())
                .preserving(step.execution(), host, step.targets().timeout());
    }

    private Preparation.Result prepare(HostName host) {
        return new NextAttempt(moment, step).prepare(host);
    }
}
