package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole runbook, read and checked.
///
/// @param exerciseEvery how often it should be rehearsed or drilled
/// @param steps after each call those of the called runbook
/// @param files every file it was read from, by path relative to its folder, for freezing; those of
///   called runbooks begin with `../`
public record Runbook(
        RunbookName name,
        String title,
        Optional<String> owner,
        Optional<Duration> exerciseEvery,
        Map<String, Parameter> parameters,
        Map<HypothesisName, Hypothesis> hypotheses,
        List<Step> steps,
        Map<String, String> files) {
    public Runbook {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        hypotheses = Collections.unmodifiableMap(new LinkedHashMap<>(hypotheses));
        steps = List.copyOf(steps);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    public Optional<Step> step(StepId id) {
        for (Step step : steps) {
            if (step.id().equals(id)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// The steps that came from a call, directly and through others.
    public List<Step> within(StepId call) {
        return steps.stream().filter(step -> step.id().isWithin(call)).toList();
    }

    /// This runbook as written: its calls, without what they bring.
    public Runbook withoutCalled() {
        Map<HypothesisName, Hypothesis> own = new LinkedHashMap<>(hypotheses);
        own.keySet().removeIf(name -> name.value().contains("."));
        return new Runbook(
                name,
                title,
                owner,
                exerciseEvery,
                parameters,
                own,
                steps.stream().filter(step -> step.id().call().isEmpty()).toList(),
                files);
    }

    /// The check or derive step that yields a finding.
    public Optional<Step.Targeted> yielding(FindingName finding) {
        for (Step step : steps) {
            if (step instanceof Step.Check check && check.findings().containsKey(finding)) {
                return Optional.of(check);
            }
            if (step instanceof Step.Derive derive && derive.finding().equals(finding)) {
                return Optional.of(derive);
            }
        }
        return Optional.empty();
    }
}
