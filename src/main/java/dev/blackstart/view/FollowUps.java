package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// What is left to do after a run: cures that still work and wait to be ended, outcomes nobody
/// knows, questions the evidence left open.
public final class FollowUps {
    private FollowUps() {}

    public static List<String> of(Runbook runbook, RunState state) {
        List<String> open = new ArrayList<>();
        for (ActionProgress progress : state.actions().all()) {
            unknown(progress, state, open);
            runbook.step(progress.intent().action().step())
                    .ifPresent(step -> releasePending(step, progress, state, open));
        }
        for (OpenLoan loan : state.loans().open()) {
            open.add(
                    "The loan %s on %s is due %s: take it back with %s, or blackstart loans repay."
                            .formatted(loan.step(), loan.host(), loan.due(), loan.repay()));
        }
        notStarted(runbook, state, open);
        state.departures().skipped().forEach(it -> open.add(skipped(it)));
        state.departures().excluded().values().forEach(it -> open.add(excluded(it)));
        for (var hypothesis : runbook.hypotheses().keySet()) {
            state.established(hypothesis)
                    .map(recorded -> (RunEvent.Established) recorded.event())
                    .filter(event -> event.verdict() == HypothesisVerdict.UNDECIDED)
                    .ifPresent(event -> open.add("Nobody knows whether " + hypothesis + " holds."));
        }
        if (state.closed().isEmpty()) {
            open.add("The run is not closed; blackstart resume goes on from where it stands.");
        }
        state.closed()
                .filter(closed -> closed.verdict() == Verdict.STILL_BROKEN)
                .ifPresent(closed -> open.add("What was wrong is still wrong."));
        return List.copyOf(open);
    }

    private static void notStarted(Runbook runbook, RunState state, List<String> open) {
        for (Step step : runbook.steps()) {
            List<HostName> left = NotStarted.of(step.id(), state);
            if (!left.isEmpty()) {
                open.add(step.id() + " was not started on " + Words.hosts(left) + ".");
            }
        }
    }

    private static String skipped(RunEvent.HostSkipped event) {
        return "%s went on without %s (%s); look at that host."
                .formatted(event.step(), event.host(), event.reason());
    }

    private static String excluded(RunEvent.HostExcluded event) {
        return "%s took no part in the run after %s (%s); bring it back by hand."
                .formatted(event.host(), event.step(), event.reason());
    }

    private static void unknown(ActionProgress progress, RunState state, List<String> open) {
        if (progress.outcome().filter(Outcome.Failed.class::isInstance).isPresent()
                || progress.outcome().filter(Outcome.TimedOut.class::isInstance).isPresent()) {
            open.add(what(progress) + progress.intent().action() + " failed; see its output.");
        }
        if (progress.unknown() || progress.inFlight()) {
            open.add(
                    "What %s did is not known; look at the host%s."
                            .formatted(
                                    progress.intent().action(),
                                    state.opened()
                                            .map(it -> ", or blackstart reconcile " + it.run())
                                            .orElse("")));
        }
    }

    private static String what(ActionProgress progress) {
        return switch (progress.intent().purpose()) {
            case PRESERVE -> "Saving evidence before ";
            case ACT -> "";
            case RELEASE -> "The release of ";
            case UNDO -> "The undo ";
        };
    }

    private static void releasePending(
            Step step, ActionProgress progress, RunState state, List<String> open) {
        if (progress.intent().purpose() != Purpose.ACT
                || !progress.succeeded()
                || !(step instanceof Step.Acting acting)
                || acting.execution().release().isEmpty()) {
            return;
        }
        var action = progress.intent().action();
        boolean released =
                state.actions()
                        .newest(action.step(), action.host(), Purpose.RELEASE)
                        .or(() ->
                                state.actions().newest(action.step(), action.host(), Purpose.UNDO))
                        .filter(ActionProgress::succeeded)
                        .isPresent();
        if (!released) {
            open.add(
                    "The cure "
                            + action.step()
                            + " still works on "
                            + action.host()
                            + " (release pending): end it with "
                            + StepWords.source(acting.execution().release().get().command())
                            + " once "
                            + acting.execution().release().get().after()
                            + " is done.");
        }
    }
}
