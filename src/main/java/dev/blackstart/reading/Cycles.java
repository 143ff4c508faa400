package dev.blackstart.reading;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds checks and derives that wait for each other's findings, so that none could ever be carried
/// out.
final class Cycles {
    private final Map<StepId, Set<StepId>> waitsFor = new LinkedHashMap<>();
    private final Set<StepId> done = new HashSet<>();

    private Cycles() {}

    static void check(List<Step> steps, Problems problems) {
        Cycles cycles = new Cycles();
        Map<FindingName, StepId> yields = yields(steps);
        steps.forEach(step -> cycles.waitsFor.put(step.id(), needed(step, yields)));
        for (Step step : steps) {
            List<StepId> cycle = cycles.from(step.id(), new LinkedHashSet<>());
            if (!cycle.isEmpty()) {
                String way =
                        cycle.stream().map(StepId::value).collect(Collectors.joining("`, then `"));
                problems.error(
                        step.heading().position(),
                        "cycle",
                        "`%s` waits for a finding of `%s`, so none of them can start; remove one of these references"
                                .formatted(cycle.getLast(), way));
            }
        }
    }

    /// The way round from a step to a step that is on it already; empty when there is none.
    private List<StepId> from(StepId step, Set<StepId> way) {
        if (way.contains(step)) {
            List<StepId> round = new ArrayList<>(way);
            List<StepId> cycle =
                    new ArrayList<>(round.subList(round.indexOf(step) + 1, round.size()));
            cycle.add(step);
            return cycle;
        }
        if (!done.add(step)) {
            return List.of();
        }
        way.add(step);
        for (StepId next : waitsFor.getOrDefault(step, Set.of())) {
            List<StepId> cycle = from(next, way);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        way.remove(step);
        return List.of();
    }

    private static Map<FindingName, StepId> yields(List<Step> steps) {
        Map<FindingName, StepId> yields = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Check check) {
                check.findings().keySet().forEach(finding -> yields.put(finding, step.id()));
            } else if (step instanceof Step.Derive derive) {
                yields.put(derive.finding(), step.id());
            }
        }
        return yields;
    }

    private static Set<StepId> needed(Step step, Map<FindingName, StepId> yields) {
        Stream<FindingName> findings =
                switch (step) {
                    case Step.Check check ->
                            Stream.of(
                                            check.admissible().stream(),
                                            check.targets().where().stream(),
                                            check.heading().when().stream())
                                    .flatMap(conditions -> conditions)
                                    .map(Condition::references)
                                    .flatMap(references -> references.findings().stream());
                    case Step.Derive derive -> derive.value().references().findings().stream();
                    case Step.Ask s -> Stream.empty();
                    case Step.Action s -> Stream.empty();
                    case Step.Snapshot s -> Stream.empty();
                    case Step.Wait s -> Stream.empty();
                    case Step.Manual s -> Stream.empty();
                    case Step.Call s -> Stream.empty();
                };
        return findings.flatMap(finding -> Stream.ofNullable(yields.get(finding)))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
