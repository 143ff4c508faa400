package dev.blackstart.view;

import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers of steps: 1, 2, and 2.1, 2.2 for what a call brings.
final class Numbering {
    private final Map<StepId, String> numbers = new HashMap<>();

    Numbering(List<Step> steps) {
        Map<String, Integer> counted = new HashMap<>();
        for (Step step : steps) {
            String before = step.id().call().map(call -> numbers.get(call) + ".").orElse("");
            numbers.put(step.id(), before + counted.merge(before, 1, Integer::sum));
        }
    }

    String of(Step step) {
        return numbers.getOrDefault(step.id(), "");
    }
}
