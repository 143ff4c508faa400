package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
                        .filter(release ->
                                moment.state()
                                        .settled(release.after())
                                        .filter(s -> s.outcome() == StepOutcome.SUCCEEDED)
                                        .isPresent())
                        .ifPresent(release -> directives.addAll(release(acting, release)));
            }
        }
        return directives;
    }

    private StepOutcome outcome(Step step) {
        return moment.state()
                .settled(step.id())
                .map(RunEvent.StepSettled::outcome)
                .orElse(StepOutcome.SKIPPED);
    }

    private List<Directive> release(Step.Acting step, Release release) {
        List<Directive> directives = new ArrayList<>();
        for (ActionProgress progress : List.copyOf(moment.state().actions().all())) {
            ActionKey action = progress.intent().action();
            if (action.step().equals(step.id())
                    && progress.intent().purpose() == Purpose.ACT
                    && progress.succeeded()
                    && moment.state().actions().of(action, Purpose.RELEASE).isEmpty()) {
                directives.add(act(step, release.command(), progress.intent()));
            }
        }
        return directives;
    }

    private Directive act(Step.Acting step, Command command, RunEvent.Dispatched cure) {
        HostName host = cure.action().host();
        Preparation.Result result =
                new Preparation(moment.plan())
                        .prepare(command, host, step.targets().timeout(), Optional.empty());
        return switch (result) {
            case Preparation.Result.Ready ready ->
                    new Directive.Act(
                            cure.action(),
                            Purpose.RELEASE,
                            ready.prepared(),
                            cure.gate(),
                            Digests.of(ready.prepared()));
            case Preparation.Result.Refused refused ->
                    new Directive.Record(
                            List.of(
                                    new RunEvent.Noted(
                                            "the release of %s on %s cannot be rendered: %s"
                                                    .formatted(
                                                            step.id(), host, refused.reason()))));
        };
    }

    /// Cures still at work when the run ends, one sentence a step.
    static List<String> open(Plan plan, RunState state) {
        List<String> open = new ArrayList<>();
        for (Step step : plan.runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                acting.execution()
                        .release()
                        .ifPresent(release -> open.addAll(atWork(state, step.id(), release)));
            }
        }
        return open;
    }

    private static List<String> atWork(RunState state, StepId step, Release release) {
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
        String how = Words.command(release.command());
        List<String> sentences = new ArrayList<>();
        if (!waiting.isEmpty()) {
            sentences.add(
                    "%s is still at work on %s; end it with %s, but only after %s"
                            .formatted(step, names(waiting), how, release.after()));
        }
        if (!failed.isEmpty()) {
            sentences.add(
                    "%s is still at work on %s; ending it with %s did not succeed, see its output"
                            .formatted(step, names(failed), how));
        }
        return sentences;
    }

    private static String names(SortedSet<HostName> hosts) {
        return hosts.stream().map(HostName::value).collect(Collectors.joining(", "));
    }
}
