package dev.blackstart.run;

import dev.blackstart.runbook.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what comes next in a run. Pure: the same plan, state and time give the same directives.
///
/// Carrying out directives leads to events; the conductor is asked again after each. It goes
/// through the steps in order, asks a person where the evidence does not decide, and never repeats
/// a sending by itself.
public final class Conductor {
    private final Plan plan;

    public Conductor(Plan plan) {
        this.plan = plan;
    }

    /// Empty when everything possible is under way and only a completion can change anything, or
    /// when the run is closed or stands still.
    public List<Directive> next(RunState state, Instant now) {
        Moment moment = Moment.of(plan, state, now);
        if (state.closed().isPresent()) {
            return List.of();
        }
        if (state.stop().isPresent()) {
            return stopped(moment, state.stop().get());
        }
        if (state.paused().isPresent()) {
            return List.of();
        }
        Optional<Gate> gate = state.gates().open();
        if (gate.filter(it -> it.kind() == Gate.Kind.WORK).isPresent()) {
            return new WorkFlow(moment).at(gate.get());
        }
        return gate.isPresent()
                ? new Inspecting(state).next().orElseGet(() -> waitingAt(gate.get(), moment))
                : working(moment);
    }

    /// While the run is to be left once all has ended: what says when that is so. Empty when it is,
    /// but for what is in flight.
    public List<Directive> leaving(RunState state, Instant now) {
        Moment moment = Moment.of(plan, state, now);
        return new UnknownFlow(moment, new ReturnFlow(moment).awaited()).untilEnded();
    }

    /// What is under way ends, hosts are asked how what is unknown ended, what was lent is written
    /// down, then the run closes.
    private static List<Directive> stopped(Moment moment, RunEvent.StopRequested stop) {
        if (moment.state().actions().anyInFlight()) {
            return new WorkFlow(moment).whileStopping();
        }
        List<Directive> lastLook = new LastLook(moment).next();
        if (!lastLook.isEmpty()) {
            return lastLook;
        }
        List<Directive> lent = new Lending(moment).facts();
        return lent.isEmpty() ? new Closing(moment).stopped(stop) : lent;
    }

    private static List<Directive> waitingAt(Gate gate, Moment moment) {
        if (!moment.now().isBefore(gate.expires())) {
            return List.of(new Directive.Record(Unanswered.at(gate)));
        }
        List<Directive> directives = new ArrayList<>();
        directives.add(new Directive.AwaitPerson(gate));
        directives.add(new Directive.WaitUntil(gate.expires()));
        directives.addAll(
                new UnknownFlow(moment, new ReturnFlow(moment).awaited()).meanwhile(gate));
        return directives;
    }

    /// What is at work is looked after beside everything else.
    private List<Directive> working(Moment moment) {
        WorkFlow work = new WorkFlow(moment);
        return work.next()
                .orElseGet(() -> {
                    List<Directive> all = new ArrayList<>(work.looks());
                    all.addAll(goOn(moment));
                    return all;
                });
    }

    private List<Directive> goOn(Moment moment) {
        if (plan.mode() == Mode.REHEARSAL) {
            List<Directive> needs = new NeedsFlow(moment).next();
            if (!needs.isEmpty()) {
                return needs;
            }
        }
        Optional<List<Directive>> reboots = new Reboots(moment).untold();
        if (reboots.isPresent()) {
            return reboots.get();
        }
        if (moment.state().takingUps().reconciling().isPresent()) {
            return new Reconciling(moment).next();
        }
        ReturnFlow returning = new ReturnFlow(moment);
        Optional<List<Directive>> away = returning.next();
        if (away.isPresent()) {
            return beside(away.get(), new UnknownFlow(moment, returning.awaited()));
        }
        Optional<List<Directive>> unknown = new UnknownFlow(moment).next();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        List<Directive> lending = new Lending(moment).next();
        if (!lending.isEmpty()) {
            return lending;
        }
        if (moment.state().reopened().isPresent()) {
            return new Repaying(moment, moment.state().reopened().get()).next();
        }
        Optional<List<Directive>> undoing = new Undoing(moment).next();
        if (undoing.isPresent()) {
            return undoing.get();
        }
        List<Directive> releases = new Releases(moment).due();
        if (!releases.isEmpty()) {
            return releases;
        }
        Optional<Step> step = moment.firstUnsettled(plan.runbook().steps());
        if (step.isEmpty()) {
            return moment.state().actions().anyInFlight()
                    ? List.of()
                    : new Closing(moment).atTheEnd();
        }
        return at(moment, step.get());
    }

    /// Who waits for hosts to come back finds out about others meanwhile.
    private static List<Directive> beside(List<Directive> waiting, UnknownFlow unknown) {
        if (waiting.stream().anyMatch(Directive.Record.class::isInstance)) {
            return waiting;
        }
        List<Directive> all = new ArrayList<>(waiting);
        unknown.next().ifPresent(all::addAll);
        return all;
    }

    private List<Directive> at(Moment moment, Step step) {
        if (step instanceof Step.Call call) {
            return within(moment, call);
        }
        if (plan.mode() == Mode.DIAGNOSIS
                && !(step instanceof Step.Check || step instanceof Step.Derive)) {
            return afterDiagnosis(moment, step);
        }
        return switch (step) {
            case Step.Check check -> new CheckFlow(moment, block(check)).next();
            case Step.Derive derive -> new CheckFlow(moment, block(derive)).next();
            case Step.Ask ask -> new AskFlow(moment, ask).next();
            case Step.Acting acting -> new ActingFlow(moment, acting).next();
            case Step.Wait wait ->
                    rehearsed(wait).orElseGet(() -> new WaitFlow(moment, wait).next());
            case Step.Manual manual ->
                    rehearsed(manual).orElseGet(() -> new ManualFlow(moment, manual).next());
            case Step.Call call -> within(moment, call);
        };
    }

    private List<Directive> within(Moment moment, Step.Call call) {
        Optional<List<Directive>> first = new CallFlow(moment, call).beforeItsSteps();
        if (first.isPresent()) {
            return first.get();
        }
        return moment.firstUnsettled(plan.runbook().within(call.id()))
                .map(step -> at(moment, step))
                .orElseGet(() -> new CallFlow(moment, call).afterItsSteps());
    }

    /// A diagnosis asks people what they see and runs later checks; it passes over everything that
    /// acts.
    private List<Directive> afterDiagnosis(Moment moment, Step step) {
        if (step instanceof Step.Ask ask) {
            return new AskFlow(moment, ask).next();
        }
        boolean moreToSee =
                plan.runbook().steps().stream()
                        .filter(candidate -> moment.state().settled(candidate.id()).isEmpty())
                        .anyMatch(s -> s instanceof Step.Ask);
        return moreToSee
                ? Settle.as(step.id(), StepOutcome.REHEARSED, List.of("a diagnosis does not act"))
                : new Closing(moment).diagnosed();
    }

    private Optional<List<Directive>> rehearsed(Step step) {
        return plan.mode() == Mode.REHEARSAL
                ? Optional.of(
                        Settle.as(
                                step.id(),
                                StepOutcome.REHEARSED,
                                List.of("depends on what was not done in this rehearsal")))
                : Optional.empty();
    }

    /// The unsettled checks and derived findings that stand next to each other from here on, of one
    /// runbook.
    private List<Step> block(Step first) {
        List<Step> steps = plan.runbook().steps();
        List<Step> block = new ArrayList<>();
        for (Step step : steps.subList(steps.indexOf(first), steps.size())) {
            boolean looks = step instanceof Step.Check || step instanceof Step.Derive;
            if (!looks || !step.id().call().equals(first.id().call())) {
                break;
            }
            block.add(step);
        }
        return block;
    }
}
