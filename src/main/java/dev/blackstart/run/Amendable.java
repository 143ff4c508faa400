package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whether the commands of steps can still be changed in a run: what is done stays as it was, and
/// what may be at work is found out about first.
public final class Amendable {
    private Amendable() {}

    /// One sentence for each step that cannot; empty when all can.
    public static List<String> refusals(RunState state, Collection<StepId> steps) {
        List<String> refusals = new ArrayList<>();
        for (StepId step : steps) {
            state.settled(step)
                    .ifPresent(settled ->
                            refusals.add(
                                    "%s is done (%s); only steps that are not done can be amended."
                                            .formatted(step, settled.outcome().word())));
            state.actions().all().stream()
                    .filter(progress -> progress.intent().action().step().equals(step))
                    .filter(progress -> progress.unknown() || progress.inFlight())
                    .forEach(progress ->
                            refusals.add(
                                    "What %s did is not known; blackstart reconcile finds out, then %s can be amended."
                                            .formatted(progress.intent().action(), step)));
        }
        return refusals;
    }
}
