package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands that people changed in this run. The newest change of a step's command for a host
/// holds for the rest of the run.
public final class Amendments {
    private final List<Recorded> all = new ArrayList<>();
    private final Map<StepId, Long> replaced = new HashMap<>();

    Amendments() {}

    void amended(Recorded recorded, RunEvent.Amended event) {
        all.add(recorded);
    }

    /// The runbook's own text of a step was changed since, and holds for all its hosts.
    void replaced(StepId step, long sequence) {
        replaced.put(step, sequence);
    }

    /// The newest change; the event is an `Amended`.
    Optional<Recorded> newest(StepId step, HostName host) {
        for (Recorded recorded : all.reversed()) {
            ActionKey action = of(recorded).action();
            if (action.step().equals(step)
                    && action.host().equals(host)
                    && recorded.sequence() > replaced.getOrDefault(step, 0L)) {
                return Optional.of(recorded);
            }
        }
        return Optional.empty();
    }

    /// Sequence of the newest change; 0 when there is none.
    long sequence(StepId step, HostName host) {
        return newest(step, host).map(Recorded::sequence).orElse(0L);
    }

    boolean carriedOut(GateId gate) {
        return all.stream().anyMatch(recorded -> of(recorded).gate().equals(gate));
    }

    public List<RunEvent.Amended> all() {
        return Collections.unmodifiableList(all.stream().map(Amendments::of).toList());
    }

    private static RunEvent.Amended of(Recorded recorded) {
        return (RunEvent.Amended) recorded.event();
    }
}
