package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// Cures still at work when the run ends, one sentence each.
    static List<String> open(Plan plan, RunState state) {
        List<String> open = new ArrayList<>();
        for (Step step : plan.runbook().steps()) {
            if (!(step instanceof Step.Acting acting) || acting.execution().release().isEmpty()) {
                continue;
            }
            Release release = acting.execution().release().get();
            for (ActionProgress progress : state.actions().all()) {
                RunEvent.Dispatched intent = progress.intent();
                Optional<ActionProgress> ending =
                        state.actions().of(intent.action(), Purpose.RELEASE);
                boolean released = ending.filter(ActionProgress::succeeded).isPresent();
                if (intent.action().step().equals(step.id())
                        && intent.purpose() == Purpose.ACT
                        && progress.succeeded()
                        && !released) {
                    open.add(atWork(intent.action(), release, ending));
                }
            }
        }
        return open;
    }

    private static String atWork(
            ActionKey action, Release release, Optional<ActionProgress> ending) {
        String cure = action.step() + " is still at work on " + action.host() + "; ";
        String how = Words.command(release.command());
        return ending.isEmpty()
                ? cure + "end it with " + how + ", but only after " + release.after()
                : cure + "ending it with " + how + " did not succeed, see its output";
    }
}
