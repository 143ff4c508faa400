package dev.blackstart.runbook;

import java.util.Set;

/// The names an expression mentions.
///
/// @param established hypotheses mentioned as `established.NAME`
/// @param steps steps mentioned as `STEP.verified` or `STEP.outcome`
/// @param answers findings of `ask` steps, mentioned by their bare name
public record References(
        Set<FindingName> findings,
        Set<HypothesisName> hypotheses,
        Set<HypothesisName> established,
        Set<StepId> steps,
        Set<String> parameters,
        Set<FindingName> answers) {
    public static final References NONE =
            new References(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public References {
        findings = Set.copyOf(findings);
        hypotheses = Set.copyOf(hypotheses);
        established = Set.copyOf(established);
        steps = Set.copyOf(steps);
        parameters = Set.copyOf(parameters);
        answers = Set.copyOf(answers);
    }
}
