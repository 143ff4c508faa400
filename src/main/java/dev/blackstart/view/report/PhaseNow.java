package dev.blackstart.view.report;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The phase a run is in after each of its events.
final class PhaseNow {
    private final Runbook runbook;
    private final Ran ran;
    private final RunState state = new RunState();
    private final Set<StepId> doneByHand = new HashSet<>();

    /// @param whole the run with all of its events
    PhaseNow(Runbook runbook, RunState whole) {
        this.runbook = runbook;
        this.ran = new Ran(runbook, whole);
    }

    void apply(Recorded recorded) {
        state.apply(recorded);
        if (recorded.event() instanceof RunEvent.GateAnswered answered) {
            state.gates().gate(answered.gate()).ifPresent(gate -> doneByHand.add(gate.step()));
        }
    }

    /// Until when what is under way is at work though nobody carries the run out.
    Optional<Instant> ran() {
        return state.paused().isPresent() ? Optional.of(Instant.EPOCH) : ran.until(state);
    }

    Phase phase() {
        if (state.closed().isPresent()) {
            return Phase.CLOSED;
        }
        if (state.actions().anyInFlight()) {
            return Phase.ACTING;
        }
        if (state.paused().isPresent()) {
            return Phase.AWAY;
        }
        if (state.gates().open().isPresent()) {
            return Phase.WAITING;
        }
        return state.reopened()
                        .map(this::sentSince)
                        .orElseGet(() -> current().filter(this::proving).isPresent())
                ? Phase.VERIFYING
                : Phase.DIAGNOSING;
    }

    /// Repaying looks first, and proves what it took back.
    private boolean sentSince(Recorded reopened) {
        return state.actions().all().stream()
                .anyMatch(progress -> !progress.intendedAt().isBefore(reopened.at()));
    }

    private Optional<Step> current() {
        return runbook.steps().stream()
                .filter(step -> state.settled(step.id()).isEmpty())
                .findFirst();
    }

    private boolean proving(Step step) {
        return switch (step) {
            case Step.Acting acting -> sent(acting.id());
            case Step.Wait wait -> true;
            case Step.Manual manual -> doneByHand.contains(manual.id());
            case Step.Check check -> false;
            case Step.Derive derive -> false;
            case Step.Ask ask -> false;
            case Step.Call call -> false;
        };
    }

    private boolean sent(StepId step) {
        return state.actions().all().stream()
                .map(ActionProgress::intent)
                .anyMatch(intent ->
                        intent.purpose() == Purpose.ACT && intent.action().step().equals(step));
    }
}
