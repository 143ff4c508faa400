package dev.blackstart.run;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A called runbook: whether it is needed is asked once, when the flow reaches it; when its steps
/// have settled, it has the outcome a run of its own would have had.
final class CallFlow {
    private final Moment moment;
    private final Step.Call call;

    CallFlow(Moment moment, Step.Call call) {
        this.moment = moment;
        this.call = call;
    }

    /// Empty when its steps may be carried out.
    Optional<List<Directive>> beforeItsSteps() {
        if (moment.state().entered(Optional.of(call.id()))) {
            return Optional.empty();
        }
        return Optional.of(leftOut().orElseGet(this::whenNeeded));
    }

    /// A person chose to go on without it, or to stop.
    private Optional<List<Directive>> leftOut() {
        return moment.decision(call.id())
                .filter(decision -> decision.event().choice().equals(Decisions.SKIP))
                .map(decision ->
                        allAs(
                                StepOutcome.SKIPPED,
                                List.of(decision.event().by() + " chose to go on without it")))
                .or(() -> Decisions.obeyed(moment, call.id(), false));
    }

    private List<Directive> whenNeeded() {
        return switch (Needed.weighed(moment, call)) {
            case Needed.Weighed.NotYet(List<Directive> first) -> first;
            case Needed.Weighed.As(Explained when) ->
                    switch (when.truth()) {
                        case TRUE -> enter(when.reasons());
                        case FALSE -> allAs(StepOutcome.NOT_NEEDED, when.reasons());
                        case UNKNOWN -> unknown(when);
                    };
        };
    }

    /// Looking does no harm, and a diagnosis or rehearsal does nothing else.
    private List<Directive> unknown(Explained when) {
        Mode mode = moment.plan().mode();
        return mode == Mode.DIAGNOSIS || mode == Mode.REHEARSAL
                ? enter(when.reasons())
                : Needed.whetherOrNot(moment, call, when);
    }

    private List<Directive> enter(List<String> reasons) {
        return Settle.record(new RunEvent.Called(call.id(), call.runbook().value(), reasons));
    }

    private List<Directive> allAs(StepOutcome outcome, List<String> reasons) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.StepSettled(call.id(), outcome, reasons));
        for (Step step : moment.plan().runbook().within(call.id())) {
            events.add(
                    new RunEvent.StepSettled(
                            step.id(),
                            outcome,
                            List.of(call.id() + " is " + outcome.word().replace('_', ' '))));
        }
        return List.of(new Directive.Record(events));
    }

    List<Directive> afterItsSteps() {
        return Settle.as(call.id(), new CallOutcome(moment, call).outcome(), List.of());
    }
}
