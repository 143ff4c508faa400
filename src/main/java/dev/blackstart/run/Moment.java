package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The plan, the state and the time a decision is made on, with the facts they amount to.
record Moment(Plan plan, RunState state, Instant now, RunFacts facts) {
    static Moment of(Plan plan, RunState state, Instant now) {
        return new Moment(plan, state, now, new RunFacts(plan, state.evidence(), state, now));
    }

    /// Without the hosts that take no part in the run any more.
    List<HostName> targets(Targets targets) {
        List<HostName> all = targets.on().in(plan.inventory());
        return state.departures().excluded().isEmpty()
                ? all
                : all.stream()
                        .filter(host -> state.departures().exclusion(host).isEmpty())
                        .toList();
    }

    /// Without those the step goes on without, too.
    List<HostName> targets(Step.Acting step) {
        return targets(step.targets()).stream().filter(host -> !without(step.id(), host)).toList();
    }

    /// Does a step go on without a host?
    boolean without(StepId step, HostName host) {
        return state.departures().without(step, host);
    }

    Optional<Step> firstUnsettled(List<Step> steps) {
        for (Step step : steps) {
            if (state.settled(step.id()).isEmpty()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// The hypotheses of the runbook and of the called ones that were entered.
    List<Hypothesis> hypotheses() {
        return plan.runbook().hypotheses().values().stream()
                .filter(hypothesis -> state.entered(hypothesis.name().call()))
                .toList();
    }

    /// Sequence of the last event that may have changed a host: something sent, or something a
    /// person did or typed.
    long changedAt() {
        long byHand =
                state.gates().answers().stream()
                        .filter(answer -> answer.gate().kind() == Gate.Kind.MANUAL)
                        .filter(answer -> answer.event().choice().equals(ManualFlow.DONE))
                        .mapToLong(answer -> answer.recorded().sequence())
                        .max()
                        .orElse(0);
        return Math.max(
                Math.max(byHand, state.inspections().lastSequence()),
                state.actions().lastSequence());
    }

    /// Evidence on which a gate of a step is opened must be newer than this event: the last that
    /// may have changed a host, the newest decision with one of these choices, or, where a gate of
    /// the step was opened before the run was last taken up, that taking up.
    long askingAfter(StepId step, String... choices) {
        long takenUp = state.gates().askedBefore(step) ? state.takingUps().sequence() : 0;
        return Math.max(takenUp, Math.max(changedAt(), decided(step, choices)));
    }

    boolean settledAs(Step step, StepOutcome outcome) {
        return state.settled(step.id()).filter(settled -> settled.outcome() == outcome).isPresent();
    }

    /// The newest decision a person made about a step, if any.
    Optional<GateBook.Answer> decision(StepId step) {
        return state.gates().newest(step, Gate.Kind.DECISION);
    }

    /// Sequence of the newest decision with one of these choices; 0 when there is none.
    long decided(StepId step, String... choices) {
        List<String> wanted = List.of(choices);
        long newest = 0;
        for (GateBook.Answer answer : state.gates().answers()) {
            if (answer.gate().kind() == Gate.Kind.DECISION
                    && answer.gate().step().equals(step)
                    && wanted.contains(answer.event().choice())) {
                newest = Math.max(newest, answer.recorded().sequence());
            }
        }
        return newest;
    }
}
