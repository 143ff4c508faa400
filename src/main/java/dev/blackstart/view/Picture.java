package dev.blackstart.view;

import dev.blackstart.run.Plan;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Weighed;
import dev.blackstart.runbook.Runbook;
import java.time.Instant;
import java.util.List;

/// What is known at the moment a gate opens, kept for whoever looks at it later.
///
/// @param since when the gate opened
public record Picture(
        Runbook runbook, Instant since, EvidenceTable evidence, List<Weighed> hypotheses) {
    public Picture {
        hypotheses = List.copyOf(hypotheses);
    }

    public static Picture of(Plan plan, RunState state, Instant since) {
        return new Picture(
                plan.runbook(),
                since,
                EvidenceTable.of(plan, state, since),
                Weighed.all(plan, state, since));
    }
}
