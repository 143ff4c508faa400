package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.EventLine;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each check saw on each host the first and the last time, and how often it looked.
record Looks(Map<StepId, Map<HostName, Look>> all) {
    /// One answer and when it came.
    record Seen(Instant at, Observation observation) {
        String value(FindingName finding) {
            return observation instanceof Observation.Seen seen
                            && seen.findings().containsKey(finding)
                    ? EventLine.of(seen.findings().get(finding))
                    : "";
        }
    }

    record Look(Seen first, Seen last, int times) {
        Look then(Seen next) {
            return new Look(first, next, times + 1);
        }

        /// `true`, or `true → false` where it changed; empty when it was never measured.
        String story(FindingName finding) {
            String before = first.value(finding);
            String after = last.value(finding);
            if (before.isEmpty() || before.equals(after)) {
                return after;
            }
            return after.isEmpty() ? before : before + " → " + after;
        }
    }

    Looks {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    static Looks of(List<Recorded> events) {
        Map<StepId, Map<HostName, Look>> all = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof RunEvent.Observed it) {
                Seen seen = new Seen(recorded.at(), it.observation());
                all.computeIfAbsent(it.step(), step -> new LinkedHashMap<>())
                        .merge(it.host(), new Look(seen, seen, 1), (look, next) -> look.then(seen));
            }
        }
        return new Looks(all);
    }

    Map<HostName, Look> of(StepId step) {
        return all.getOrDefault(step, Map.of());
    }
}
