package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.GlassBook;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Inspections;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// What is left to do after a run: cures that still work and wait to be ended, loans, outcomes
/// nobody knows, steps that were skipped or never reached, questions the evidence left open.
public final class FollowUps {
    private FollowUps() {}

    /// @param carriedOut does a process carry the run out now?
    public static List<String> of(Runbook runbook, RunState state, boolean carriedOut) {
        List<String> open = new ArrayList<>();
        for (ActionProgress progress : state.actions().all()) {
            unknown(progress, state, open);
            runbook.step(progress.intent().action().step())
                    .ifPresent(step -> releasePending(step, progress, state, open));
        }
        state.gates().glass().open().forEach(it -> open.add(glass(it, run(state))));
        loans(state, open);
        state.loans().open().stream()
                .map(OpenLoan::step)
                .distinct()
                .flatMap(step -> state.loans().left(step).stream())
                .forEach(it ->
                        open.add(
                                "%s was not taken back (%s). %s"
                                        .formatted(
                                                it.step(),
                                                String.join("; ", it.reasons()),
                                                it.next())));
        state.inspections().all().forEach(it -> inspected(it, open));
        notStarted(runbook, state, open);
        state.departures().skipped().forEach(it -> open.add(skipped(it)));
        state.departures().excluded().values().forEach(it -> open.add(excluded(it)));
        for (var hypothesis : runbook.hypotheses().keySet()) {
            state.established(hypothesis)
                    .map(recorded -> (RunEvent.Established) recorded.event())
                    .filter(event -> event.verdict() == HypothesisVerdict.UNDECIDED)
                    .ifPresent(event -> open.add("Nobody knows whether " + hypothesis + " holds."));
        }
        open.addAll(new LeftSteps(runbook, state).sentences());
        if (state.closed().isEmpty()) {
            open.add(next(state, carriedOut));
        }
        state.closed()
                .filter(closed -> closed.verdict() == Verdict.STILL_BROKEN)
                .ifPresent(closed -> open.add("What was wrong is still wrong."));
        return List.copyOf(open);
    }

    /// The world of a drill is gone, and with it what was lent there.
    private static void loans(RunState state, List<String> open) {
        List<OpenLoan> loans = state.loans().open();
        if (mode(state) != Mode.DRILL) {
            loans.forEach(loan ->
                    open.add(
                            "The loan %s on %s is due %s: blackstart loans repay %s takes it back with %s."
                                    .formatted(
                                            loan.step(),
                                            loan.host(),
                                            loan.due(),
                                            run(state),
                                            loan.repay())));
        } else if (!loans.isEmpty()) {
            open.add(
                    "Nothing for real: outside a drill the loans on %s would now be open."
                            .formatted(
                                    Words.hosts(
                                            loans.stream()
                                                    .map(OpenLoan::host)
                                                    .distinct()
                                                    .toList())));
        }
    }

    private static String glass(GlassBook.Broken it, String run) {
        return "BREAK GLASS at gate %s by %s is to be reviewed by somebody else (%s): blackstart review %s --reason TEXT."
                .formatted(it.gate().id(), it.by(), Escaped.line(it.reason(), 200), run);
    }

    /// What goes on with an open run.
    private static String next(RunState state, boolean carriedOut) {
        if (!carriedOut) {
            return mode(state) == Mode.DRILL
                    ? "The drill was left before its end; a drill is not taken up again."
                    : "No process carries the run out: blackstart resume %s goes on from where it stands."
                            .formatted(run(state));
        }
        return state.gates()
                .open()
                .map(gate ->
                        "Gate %s waits for an answer: blackstart attach %s shows it."
                                .formatted(gate.id(), run(state)))
                .orElse("The run goes on: blackstart attach " + run(state) + " watches it.");
    }

    private static Mode mode(RunState state) {
        return state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE);
    }

    private static String run(RunState state) {
        return state.opened().map(it -> it.run().value()).orElse("last");
    }

    private static void inspected(Inspections.Inspection inspection, List<String> open) {
        boolean ended =
                inspection.seen().orElse(null) instanceof Observation.Seen seen && !seen.timedOut();
        if (!ended) {
            RunEvent.InspectionStarted asked = inspection.started();
            open.add(
                    "What the command that %s typed did on %s is not known (%s): look at the host, `%s`."
                            .formatted(
                                    asked.by(),
                                    asked.host(),
                                    inspection.came(),
                                    Escaped.line(asked.command(), 200)));
        }
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
                            + ending(acting.execution().release().get())
                            + " once "
                            + acting.execution().release().get().after()
                            + " is done.");
        }
    }

    /// A template is nothing to copy; the closing words name it as it is rendered for the hosts.
    private static String ending(Release release) {
        String source = StepWords.source(release.command());
        return source.contains("[=") ? "its `release`, named at the end of the run," : source;
    }
}
