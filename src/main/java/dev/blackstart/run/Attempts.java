package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;

/// Numbers the attempts of a step on a host.
final class Attempts {
    private Attempts() {}

    /// The key of the next attempt: one more than the highest there was.
    static ActionKey next(RunState state, StepId step, HostName host) {
        int highest =
                state.actions().all().stream()
                        .map(progress -> progress.intent().action())
                        .filter(action -> action.step().equals(step) && action.host().equals(host))
                        .mapToInt(ActionKey::attempt)
                        .max()
                        .orElse(0);
        return new ActionKey(step, host, highest + 1);
    }
}
