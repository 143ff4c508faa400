package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Cures that go on working are ended once the step they wait for has succeeded; never before.
final class Releases {
    private final Moment moment;

    Releases(Moment moment) {
        this.moment = moment;
    }

    List<Directive> due() {
        List<Directive> directives = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Acting acting && outcome(step) == StepOutcome.SUCCEEDED) {
                acting.execution()
                        .release()
                        .ifPresent(release ->
                                approvedBy(release.after())
                                        .ifPresent(gate ->
                                                directives.addAll(release(acting, release, gate))));
            }
        }
        return directives;
    }

    /// The yes to the step it waits for covers it, as that gate said; a restart takes the yes away.
    private Optional<GateId> approvedBy(StepId after) {
        boolean succeeded =
                moment.state()
                        .settled(after)
                        .filter(settled -> settled.outcome() == StepOutcome.SUCCEEDED)
                        .isPresent();
        return moment.state()
                .gates()
                .newest(after, Gate.Kind.APPROVAL)
                .filter(answer -> succeeded)
                .filter(answer -> answer.gate().yes(answer.event().choice()))
                .map(answer -> answer.gate().id());
    }

    /// What a yes to this step also sends, once it has succeeded: the ends of cures that wait for
    /// it.
    List<Prepared> following(StepId step) {
        List<Prepared> following = new ArrayList<>();
        for (Step earlier : moment.plan().runbook().steps()) {
            if (earlier instanceof Step.Acting acting) {
                acting.execution()
                        .release()
                        .filter(release -> release.after().equals(step))
                        .ifPresent(release -> following.addAll(ends(acting, release)));
            }
        }
        return following;
    }

    private List<Prepared> ends(Step.Acting cure, Release release) {
        List<Prepared> ends = new ArrayList<>();
        for (ActionProgress progress : atWork(cure)) {
            if (prepare(cure, release, progress.intent().action().host())
                    instanceof Preparation.Result.Ready ready) {
                ends.add(ready.prepared());
            }
        }
        return ends;
    }

    private Preparation.Result prepare(Step.Acting cure, Release release, HostName host) {
        return new Preparation(moment.plan())
                .prepare(release.command(), host, cure.targets().timeout(), Optional.empty());
    }

    private List<ActionProgress> atWork(Step.Acting cure) {
        return moment.state().actions().all().stream()
                .filter(progress -> progress.intent().action().step().equals(cure.id()))
                .filter(progress -> progress.intent().purpose() == Purpose.ACT)
                .filter(ActionProgress::succeeded)
                .filter(progress -> takesPart(progress.intent().action().host()))
                .filter(progress ->
                        moment.state()
                                .actions()
                                .of(progress.intent().action(), Purpose.RELEASE)
                                .isEmpty())
                .filter(progress -> !undone(cure, progress.intent().action().host()))
                .toList();
    }

    private boolean takesPart(HostName host) {
        return moment.state().departures().exclusion(host).isEmpty();
    }

    private boolean undone(Step.Acting cure, HostName host) {
        return TakenBack.of(moment, cure, host)
                .filter(TakenBack.Done.class::isInstance)
                .isPresent();
    }

    private StepOutcome outcome(Step step) {
        return moment.state()
                .settled(step.id())
                .map(RunEvent.StepSettled::outcome)
                .orElse(StepOutcome.SKIPPED);
    }

    private List<Directive> release(Step.Acting step, Release release, GateId gate) {
        List<Directive> directives = new ArrayList<>();
        for (ActionProgress progress : atWork(step)) {
            act(step, release, progress.intent().action(), gate).ifPresent(directives::add);
        }
        return directives;
    }

    /// Empty when it cannot be rendered and that has been said.
    private Optional<Directive> act(
            Step.Acting step, Release release, ActionKey cure, GateId gate) {
        HostName host = cure.host();
        return switch (prepare(step, release, host)) {
            case Preparation.Result.Ready ready ->
                    Optional.of(
                            new Directive.Act(
                                    cure,
                                    Purpose.RELEASE,
                                    ready.prepared(),
                                    gate,
                                    Digests.of(ready.prepared()),
                                    Optional.empty()));
            case Preparation.Result.Nothing nothing -> Optional.empty();
            case Preparation.Result.Refused refused ->
                    note(
                            "the release of %s on %s cannot be rendered: %s"
                                    .formatted(step.id(), host, refused.reason()));
        };
    }

    private Optional<Directive> note(String text) {
        return moment.state().notes().contains(text)
                ? Optional.empty()
                : Optional.of(new Directive.Record(List.of(new RunEvent.Noted(text))));
    }

    /// Cures still at work when the run ends, one sentence a step.
    static List<String> open(Plan plan, RunState state) {
        List<String> open = new ArrayList<>();
        for (Step step : plan.runbook().steps()) {
            boolean undone =
                    state.settled(step.id())
                            .filter(settled -> settled.outcome() == StepOutcome.UNDONE)
                            .isPresent();
            if (step instanceof Step.Acting acting && !undone) {
                acting.execution()
                        .release()
                        .ifPresent(release -> open.addAll(atWork(plan, state, acting, release)));
            }
        }
        return open;
    }

    private static List<String> atWork(
            Plan plan, RunState state, Step.Acting cure, Release release) {
        StepId step = cure.id();
        SortedSet<HostName> waiting = new TreeSet<>();
        SortedSet<HostName> failed = new TreeSet<>();
        for (ActionProgress progress : state.actions().all()) {
            ActionKey action = progress.intent().action();
            Optional<ActionProgress> ending = state.actions().of(action, Purpose.RELEASE);
            boolean released = ending.filter(ActionProgress::succeeded).isPresent();
            if (action.step().equals(step)
                    && progress.intent().purpose() == Purpose.ACT
                    && progress.succeeded()
                    && !released) {
                (ending.isEmpty() ? waiting : failed).add(action.host());
            }
        }
        CommandWords how = new CommandWords(plan, release.command(), cure.targets().timeout());
        List<String> sentences = new ArrayList<>();
        if (!waiting.isEmpty()) {
            sentences.add(
                    "%s is still at work on %s; end it with %s, but only after %s"
                            .formatted(step, names(waiting), how.over(waiting), release.after()));
        }
        if (!failed.isEmpty()) {
            sentences.add(
                    "%s is still at work on %s; ending it with %s did not succeed, see its output"
                            .formatted(step, names(failed), how.over(failed)));
        }
        return sentences;
    }

    private static String names(SortedSet<HostName> hosts) {
        return Words.hosts(hosts);
    }
}
