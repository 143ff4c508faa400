package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.List;
import java.util.Optional;

/// Whether what a step did on one host has been taken back.
sealed interface TakenBack {
    /// Nothing was tried.
    record NotYet() implements TakenBack {}

    record InFlight() implements TakenBack {}

    /// @param since sequence of the event that says so
    record Done(String how, long since) implements TakenBack {}

    /// It was tried and did not succeed, or was never sent.
    record Failed(String reason, long since) implements TakenBack {}

    /// Empty when the action was not carried out there.
    static Optional<TakenBack> of(Moment moment, Step.Acting step, HostName host) {
        return ran(moment, step, host).map(act -> of(moment, act));
    }

    private static TakenBack of(Moment moment, ActionProgress act) {
        ActionKey done = act.intent().action();
        Optional<ActionProgress> undo =
                moment.state()
                        .actions()
                        .newest(done.step(), done.host(), Purpose.UNDO)
                        .filter(it -> it.intent().action().attempt() > done.attempt());
        if (undo.isPresent()) {
            return ofUndo(undo.get());
        }
        return moment.state()
                .guard(done)
                .filter(recorded ->
                        ((RunEvent.GuardAnswered) recorded.event()).word() == GuardWord.REVERTED)
                .<TakenBack>map(
                        recorded -> new Done("undone by the host itself", recorded.sequence()))
                .orElse(new NotYet());
    }

    private static TakenBack ofUndo(ActionProgress undo) {
        if (undo.inFlight()) {
            return new InFlight();
        }
        return undo.succeeded()
                ? new Done("undone", undo.endedSequence())
                : new Failed("its undo: " + Standing.how(undo), undo.endedSequence());
    }

    /// The newest attempt that reached the host and ran there, however it ended.
    static Optional<ActionProgress> ran(Moment moment, Step.Acting step, HostName host) {
        Optional<ActionProgress> newest = Optional.empty();
        for (ActionProgress progress : moment.state().actions().all()) {
            ActionKey action = progress.intent().action();
            if (progress.intent().purpose() == Purpose.ACT
                    && action.step().equals(step.id())
                    && action.host().equals(host)
                    && ran(progress)) {
                newest = Optional.of(progress);
            }
        }
        return newest;
    }

    private static boolean ran(ActionProgress progress) {
        return progress.outcome()
                .filter(outcome ->
                        outcome instanceof Outcome.Succeeded
                                || outcome instanceof Outcome.Failed
                                || outcome instanceof Outcome.TimedOut)
                .isPresent();
    }

    /// The hosts on which the step was carried out, in that order.
    static List<HostName> ranOn(Moment moment, Step.Acting step) {
        return Standing.touched(moment, step).stream()
                .filter(host -> ran(moment, step, host).isPresent())
                .toList();
    }
}
