package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A whole runbook, read and checked.
///
/// @param exerciseEvery how often it should be rehearsed or drilled
/// @param files every file it was read from, by path relative to its folder, for freezing
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
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
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

    /// Every key that this version reads but does not carry out, `call` steps included.
    public List<Deferred> deferred() {
        return steps.stream()
                .flatMap(step ->
                        switch (step) {
                            case Step.Acting acting -> acting.execution().deferred().stream();
                            case Step.Call call ->
                                    Stream.of(new Deferred("call", call.heading().position()));
                            case Step.Check c -> Stream.<Deferred>empty();
                            case Step.Derive d -> Stream.<Deferred>empty();
                            case Step.Ask a -> Stream.<Deferred>empty();
                            case Step.Wait w -> Stream.<Deferred>empty();
                            case Step.Manual m -> Stream.<Deferred>empty();
                        })
                .toList();
    }
}
