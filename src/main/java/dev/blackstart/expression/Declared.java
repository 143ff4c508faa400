package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.ValueType;
import java.util.Map;
import java.util.Set;

/// The names a runbook declares and its expressions may use.
///
/// @param findings findings of `check` and `derive` steps, known per host
/// @param answers findings of `ask` steps, used by their bare name
public record Declared(
        Map<FindingName, ValueType> findings,
        Map<FindingName, ValueType> answers,
        Set<HypothesisName> hypotheses,
        Set<StepId> steps,
        Map<String, ParameterType> parameters) {
    public Declared {
        findings = Map.copyOf(findings);
        answers = Map.copyOf(answers);
        hypotheses = Set.copyOf(hypotheses);
        steps = Set.copyOf(steps);
        parameters = Map.copyOf(parameters);
    }
}
