package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.StepId;
import java.util.List;

/// Hosts of a step in waves that were asked for and nothing was sent to.
public final class NotStarted {
    private NotStarted() {}

    public static List<HostName> of(StepId step, RunState state) {
        if (state.waves().of(step).isEmpty()) {
            return List.of();
        }
        return state.gates().newestOpened(step, Gate.Kind.APPROVAL).stream()
                .flatMap(gate -> gate.targets().stream())
                .filter(host ->
                        state.actions().newest(step, host, Purpose.PRESERVE).isEmpty()
                                && state.actions().newest(step, host, Purpose.ACT).isEmpty())
                .toList();
    }
}
