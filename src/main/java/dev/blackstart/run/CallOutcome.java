package dev.blackstart.run;

import dev.blackstart.runbook.Step;
import java.util.List;

/// What became of a called runbook whose steps have all settled, as its run would have ended:
/// something failed, something was cured, or nothing had to be.
final class CallOutcome {
    private final Moment moment;
    private final List<Step> steps;

    CallOutcome(Moment moment, Step.Call call) {
        this.moment = moment;
        this.steps = moment.plan().runbook().within(call.id());
    }

    StepOutcome outcome() {
        if (any(StepOutcome.FAILED, Step.class)) {
            return StepOutcome.FAILED;
        }
        if (any(StepOutcome.REHEARSED, Step.class)) {
            return StepOutcome.REHEARSED;
        }
        if (cured()) {
            return StepOutcome.SUCCEEDED;
        }
        if (changing(StepOutcome.SKIPPED)) {
            return StepOutcome.SKIPPED;
        }
        if (changing(StepOutcome.UNDECIDED)) {
            return StepOutcome.UNDECIDED;
        }
        if (changing(StepOutcome.REFUSED)) {
            return StepOutcome.REFUSED;
        }
        return onlyLooks() ? StepOutcome.SUCCEEDED : StepOutcome.NOT_NEEDED;
    }

    /// A snapshot is the purpose only of what does nothing else.
    private boolean cured() {
        boolean onlySnapshots = steps.stream().noneMatch(Step.Action.class::isInstance);
        return any(StepOutcome.SUCCEEDED, Step.Action.class)
                || any(StepOutcome.SUCCEEDED, Step.Manual.class)
                || onlySnapshots && any(StepOutcome.SUCCEEDED, Step.Snapshot.class);
    }

    private boolean onlyLooks() {
        return steps.stream()
                .noneMatch(step -> step instanceof Step.Acting || step instanceof Step.Manual);
    }

    private boolean changing(StepOutcome outcome) {
        return any(outcome, Step.Acting.class) || any(outcome, Step.Manual.class);
    }

    private boolean any(StepOutcome outcome, Class<? extends Step> kind) {
        return steps.stream()
                .filter(kind::isInstance)
                .anyMatch(step -> moment.settledAs(step, outcome));
    }
}
