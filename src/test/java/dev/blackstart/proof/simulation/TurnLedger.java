package dev.blackstart.proof.simulation;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What must not be sent any more: after a stop, while a run only finds out, to hosts that were
/// left behind, before what it destroys is saved, or with a text that was changed since.
final class TurnLedger {
    private final World world;
    private final RunId run;
    private final Set<String> left = new HashSet<>();
    private final Set<String> saved = new HashSet<>();
    private final Set<String> amended = new HashSet<>();
    private final Set<StepId> replaced = new HashSet<>();
    private boolean stopped;
    private boolean onlyLooks;
    private boolean lifted;
    private int inspections;

    TurnLedger(World world, RunId run) {
        this.world = world;
        this.run = run;
    }

    void saw(Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.StopRequested it -> stopped = true;
            case RunEvent.ReconcileBegun it -> onlyLooks = true;
            case RunEvent.RunResumed it -> onlyLooks = false;
            case RunEvent.Reopened it -> {
                stopped = false;
                onlyLooks = false;
                lifted = true;
            }
            case RunEvent.HostExcluded it -> left.add(" " + it.host());
            case RunEvent.HostSkipped it -> left.add(it.step() + " " + it.host());
            case RunEvent.Amended it -> amended.add(it.action().step() + " " + it.action().host());
            case RunEvent.RunbookAmended it -> replaced(it);
            case RunEvent.InspectionStarted it -> inspections++;
            case RunEvent.Ended it when it.purpose() == Purpose.PRESERVE -> {
                if (it.outcome() instanceof dev.blackstart.run.Outcome.Succeeded) {
                    saved.add(it.action().toString());
                }
            }
            case RunEvent.Resolved it when it.purpose() == Purpose.PRESERVE -> {
                if (it.outcome() instanceof dev.blackstart.run.Outcome.Succeeded) {
                    saved.add(it.action().toString());
                }
            }
            case RunEvent.Dispatched it -> dispatched(it);
            default -> {}
        }
    }

    private void replaced(RunEvent.RunbookAmended change) {
        for (StepId step : change.steps()) {
            if (world.oracle().unknown(run, step)) {
                throw new Violation(
                        Invariant.APPROVED, step + " is amended while its end is not known");
            }
            replaced.add(step);
            amended.removeIf(it -> it.startsWith(step + " "));
        }
        world.amended(run);
    }

    private void dispatched(RunEvent.Dispatched event) {
        ActionKey action = event.action();
        if (stopped && event.purpose() != Purpose.RELEASE) {
            throw wrong(event, "after somebody stopped the run");
        }
        if (onlyLooks) {
            throw new Violation(
                    Invariant.ONE_RUN_PER_HOST,
                    action + " is sent by a run that only finds out, without locks");
        }
        boolean leftBehind =
                !lifted && left.contains(" " + action.host())
                        || left.contains(action.step() + " " + action.host());
        if (event.purpose() == Purpose.ACT && leftBehind) {
            throw wrong(event, "to a host that was left behind");
        }
        boolean keeps = !world.scenario(run).acting(action.step()).execution().preserve().isEmpty();
        if (event.purpose() == Purpose.ACT && keeps && !saved.contains(action.toString())) {
            throw wrong(event, "before the evidence that it destroys was saved");
        }
        if (event.purpose() == Purpose.ACT
                && replaced.contains(action.step())
                && !amended.contains(action.step() + " " + action.host())) {
            current(event);
        }
    }

    private void current(RunEvent.Dispatched event) {
        Optional<String> text =
                world.oracle().gate(run, event.gate()).stream()
                        .flatMap(gate -> gate.commands().stream())
                        .filter(it -> it.host().equals(event.action().host()))
                        .map(it -> it.text())
                        .reduce((first, last) -> last);
        if (text.filter(it -> it.startsWith(Scenario.AMENDED)).isEmpty()) {
            throw wrong(event, "with the text that was amended: " + text);
        }
    }

    /// How many commands of people may have gone out.
    int inspections() {
        return inspections;
    }

    private static Violation wrong(RunEvent.Dispatched event, String what) {
        return new Violation(
                Invariant.APPROVED, event.purpose() + " " + event.action() + " is sent " + what);
    }
}
