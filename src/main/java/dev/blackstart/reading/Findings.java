package dev.blackstart.reading;

import dev.blackstart.expression.Declared;
import dev.blackstart.expression.Expressions;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles what yields findings, measures first and derivations in the order of their steps, so
/// that every later expression knows their types.
final class Findings {
    private final Problems problems;
    private final Map<String, ParameterType> parameters;
    private final Map<FindingName, ValueType> types = new HashMap<>();
    private final Map<StepNode, Map<FindingName, Measure>> measures = new HashMap<>();
    private final Map<StepNode, Derivation> derivations = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    private Findings(Problems problems, Map<String, ParameterType> parameters) {
        this.problems = problems;
        this.parameters = parameters;
    }

    static Findings of(
            List<StepNode> steps,
            Declarations declared,
            Map<String, ParameterType> parameters,
            Problems problems) {
        Findings findings = new Findings(problems, parameters);
        steps.stream()
                .filter(step -> step.is(StepTables.CHECK))
                .forEach(step -> findings.measure(step, declared));
        List<StepNode> derives = steps.stream().filter(step -> step.is(StepTables.DERIVE)).toList();
        Set<String> later = new HashSet<>();
        derives.forEach(step -> step.id().map(StepId::value).ifPresent(later::add));
        for (StepNode step : derives) {
            findings.derive(step, later, declared);
            later.remove(step.written());
        }
        return findings;
    }

    Map<FindingName, ValueType> types() {
        return types;
    }

    /// Findings whose own expression was refused.
    Set<String> broken() {
        return broken;
    }

    Map<FindingName, Measure> measures(StepNode step) {
        return measures.getOrDefault(step, Map.of());
    }

    Optional<Derivation> derivation(StepNode step) {
        return Optional.ofNullable(derivations.get(step));
    }

    private void measure(StepNode step, Declarations declared) {
        Map<FindingName, Measure> taken = new LinkedHashMap<>();
        for (Node.Field field : step.entries().map("findings")) {
            Optional<Measure> measure =
                    Entries.filled(field.value())
                            .flatMap(scalar ->
                                    problems.take(
                                            Expressions.measure(scalar.snippet(), parameters)));
            if (measure.isPresent()
                    && Names.allowed(field.key())
                    && declared.declaredAt(field.key(), field.position())) {
                taken.put(new FindingName(field.key()), measure.get());
                types.put(new FindingName(field.key()), measure.get().type());
            } else {
                broken.add(field.key());
            }
        }
        measures.put(step, taken);
    }

    /// @param later this derive and those after it, which it cannot use
    private void derive(StepNode step, Set<String> later, Declarations declared) {
        Optional<Derivation> derivation =
                step.entries()
                        .scalar("value")
                        .filter(value -> !usesLater(step, value, later))
                        .filter(value ->
                                Words.in(value.text()).stream().noneMatch(broken::contains))
                        .flatMap(value ->
                                problems.take(expressions(declared).derivation(value.snippet())));
        if (derivation.isPresent() && Names.allowed(step.written())) {
            derivations.put(step, derivation.get());
            types.putIfAbsent(new FindingName(step.written()), derivation.get().type());
        } else {
            broken.add(step.written());
        }
    }

    private boolean usesLater(StepNode step, Node.Scalar value, Set<String> later) {
        Optional<String> used = Words.in(value.text()).stream().filter(later::contains).findFirst();
        used.ifPresent(name ->
                problems.error(
                        value.position(),
                        "cyclic-derive",
                        name.equals(step.written())
                                ? "`%s` is derived from itself; use other findings".formatted(name)
                                : "`%s` is derived from `%s`, which is derived only later; put that step before this one; two derives cannot use each other"
                                        .formatted(step.written(), name)));
        return used.isPresent();
    }

    private Expressions expressions(Declarations declared) {
        return new Expressions(
                new Declared(
                        types,
                        declared.answers(),
                        declared.hypotheses(),
                        declared.steps(),
                        parameters));
    }
}
