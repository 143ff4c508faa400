package dev.blackstart.run;

import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The verdict of a run at its end.
final class Closing {
    private final Moment moment;

    Closing(Moment moment) {
        this.moment = moment;
    }

    /// Every step has settled.
    List<Directive> atTheEnd() {
        List<String> reasons = new ArrayList<>(NeedsFlow.missing(moment.state()));
        reasons.addAll(Releases.open(moment.plan(), moment.state()));
        return close(verdict(), reasons);
    }

    /// A person stopped it; what is unknown outweighs that.
    List<Directive> stopped(RunEvent.StopRequested stop) {
        List<String> reasons = new ArrayList<>(List.of(stop.reason()));
        moment.state()
                .actions()
                .unknown()
                .forEach(progress -> reasons.add(progress.intent().action() + ": outcome unknown"));
        reasons.addAll(Releases.open(moment.plan(), moment.state()));
        return close(unknowns() ? Verdict.WITH_UNKNOWNS : Verdict.STOPPED, reasons);
    }

    /// A diagnosis or rehearsal has seen all it wanted.
    List<Directive> diagnosed() {
        return close(undecided() ? Verdict.UNDECIDED : Verdict.DIAGNOSED, List.of());
    }

    private List<Directive> close(Verdict verdict, List<String> reasons) {
        return Settle.record(new RunEvent.Closed(verdict, reasons, moment.now()));
    }

    private Verdict verdict() {
        if (unknowns()) {
            return Verdict.WITH_UNKNOWNS;
        }
        if (!NeedsFlow.missing(moment.state()).isEmpty()) {
            return Verdict.STILL_BROKEN;
        }
        if (moment.plan().mode() == Mode.REHEARSAL) {
            return undecided() ? Verdict.UNDECIDED : Verdict.DIAGNOSED;
        }
        if (any(StepOutcome.FAILED)) {
            return Verdict.STILL_BROKEN;
        }
        if (any(StepOutcome.SUCCEEDED)) {
            return Verdict.RECOVERED;
        }
        if (any(StepOutcome.SKIPPED)) {
            return Verdict.STOPPED;
        }
        if (any(StepOutcome.REFUSED)) {
            return someUndecided() ? Verdict.UNDECIDED : Verdict.STILL_BROKEN;
        }
        return undecided() ? Verdict.UNDECIDED : Verdict.NOT_NEEDED;
    }

    private boolean unknowns() {
        return !moment.state().actions().unknown().isEmpty();
    }

    /// Did a step that acts (or waits, or is done by hand) end so?
    private boolean any(StepOutcome outcome) {
        return moment.plan().runbook().steps().stream()
                .filter(step ->
                        step instanceof Step.Acting
                                || outcome == StepOutcome.FAILED
                                        && (step instanceof Step.Wait
                                                || step instanceof Step.Manual))
                .map(step -> moment.state().settled(step.id()))
                .flatMap(Optional::stream)
                .anyMatch(settled -> settled.outcome() == outcome);
    }

    /// There are hypotheses, none is confirmed, and some could still be.
    private boolean undecided() {
        return someUndecided()
                && moment.plan().runbook().hypotheses().keySet().stream()
                        .noneMatch(name -> verdict(name) == HypothesisVerdict.CONFIRMED);
    }

    private boolean someUndecided() {
        return moment.plan().runbook().hypotheses().keySet().stream()
                .anyMatch(name -> verdict(name) == HypothesisVerdict.UNDECIDED);
    }

    /// The verdict last recorded; a cure of ours may have voided it since, and that decides nothing
    /// anew.
    private HypothesisVerdict verdict(HypothesisName name) {
        return moment.state()
                .established(name)
                .map(recorded -> ((RunEvent.Established) recorded.event()).verdict())
                .orElse(HypothesisVerdict.UNDECIDED);
    }
}
