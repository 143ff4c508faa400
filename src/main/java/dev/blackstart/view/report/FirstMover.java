package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Value;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The first answer on record that speaks for what was wrong: a finding that a confirmed hypothesis
/// rests on, said by a host and not `false`. What a refuted hypothesis fell by is left out, since
/// that tells what is well.
record FirstMover(Instant at, StepId step, HostName host, String finding, String value) {
    static Optional<FirstMover> in(Runbook runbook, List<Recorded> events) {
        Set<HypothesisName> confirmed = verdicts(events, HypothesisVerdict.CONFIRMED);
        Set<FindingName> bad =
                findings(
                        runbook,
                        confirmed.stream()
                                .flatMap(name -> of(runbook, name).stream())
                                .flatMap(it -> it.confirmedBy().stream())
                                .toList());
        Set<FindingName> well =
                findings(
                        runbook,
                        verdicts(events, HypothesisVerdict.REFUTED).stream()
                                .flatMap(name -> of(runbook, name).stream())
                                .flatMap(it -> it.refutedBy().stream())
                                .toList());
        bad.removeAll(well);
        return events.stream().flatMap(recorded -> speaks(recorded, bad).stream()).findFirst();
    }

    private static Optional<Hypothesis> of(Runbook runbook, HypothesisName name) {
        return Optional.ofNullable(runbook.hypotheses().get(name));
    }

    private static Set<HypothesisName> verdicts(List<Recorded> events, HypothesisVerdict verdict) {
        Set<HypothesisName> names = new HashSet<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof RunEvent.Established it && it.verdict() == verdict) {
                names.add(it.hypothesis());
            }
        }
        return names;
    }

    /// Through derived findings down to those that hosts answer.
    private static Set<FindingName> findings(Runbook runbook, Collection<Condition> conditions) {
        Deque<FindingName> open = new ArrayDeque<>();
        conditions.forEach(it -> open.addAll(it.references().findings()));
        Set<FindingName> all = new HashSet<>();
        while (!open.isEmpty()) {
            FindingName next = open.pop();
            if (all.add(next)
                    && runbook.yielding(next).orElse(null) instanceof Step.Derive derive) {
                open.addAll(derive.value().references().findings());
            }
        }
        return all;
    }

    private static Optional<FirstMover> speaks(Recorded recorded, Set<FindingName> bad) {
        if (!(recorded.event() instanceof RunEvent.Observed observed)
                || !(observed.observation() instanceof Observation.Seen seen)) {
            return Optional.empty();
        }
        for (Map.Entry<FindingName, Reading> entry : seen.findings().entrySet()) {
            if (bad.contains(entry.getKey())
                    && entry.getValue() instanceof Reading.Taken taken
                    && !taken.value().equals(new Value.Bool(false))) {
                return Optional.of(
                        new FirstMover(
                                recorded.at(),
                                observed.step(),
                                observed.host(),
                                entry.getKey().value(),
                                taken.value().shown()));
            }
        }
        return Optional.empty();
    }

    Json json() {
        return Json.object()
                .with("at", at.toString())
                .with("step", step.value())
                .with("host", host.value())
                .with("finding", finding)
                .with("value", value);
    }
}
