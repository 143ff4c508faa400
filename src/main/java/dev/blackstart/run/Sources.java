package dev.blackstart.run;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The findings a condition rests on in the end: through hypotheses, derived findings, `where` and
/// `admissible`. Verdicts named as `established.X` are followed, too: evidence from elsewhere may
/// void them.
final class Sources {
    private final Runbook runbook;
    private final Set<FindingName> findings = new LinkedHashSet<>();
    private final Set<HypothesisName> hypotheses = new LinkedHashSet<>();

    private Sources(Runbook runbook) {
        this.runbook = runbook;
    }

    static Sources of(Runbook runbook, Collection<Condition> conditions) {
        Sources sources = new Sources(runbook);
        conditions.forEach(condition -> sources.add(condition.references()));
        return sources;
    }

    /// What decides whether an action is needed, where, and whether it is allowed.
    static Sources licensing(Plan plan, Step.Acting step) {
        return of(
                plan.runbook(),
                Stream.of(
                                step.heading().when(),
                                step.targets().where(),
                                step.execution().requires(),
                                Quorum.licensing(plan, step))
                        .flatMap(Optional::stream)
                        .toList());
    }

    Sources and(Step.Check check) {
        check.findings().keySet().forEach(this::add);
        return this;
    }

    private void add(References references) {
        sorted(references.findings()).forEach(this::add);
        sorted(references.hypotheses()).forEach(this::add);
        sorted(references.established()).forEach(this::add);
    }

    private static <T extends Comparable<T>> Collection<T> sorted(Set<T> names) {
        return names.size() < 2 ? names : names.stream().sorted().toList();
    }

    private void add(HypothesisName name) {
        Hypothesis hypothesis = runbook.hypotheses().get(name);
        if (hypothesis != null && hypotheses.add(name)) {
            hypothesis.confirmedBy().forEach(condition -> add(condition.references()));
            hypothesis.refutedBy().forEach(condition -> add(condition.references()));
        }
    }

    private void add(FindingName finding) {
        if (!findings.add(finding)) {
            return;
        }
        Optional<Step.Targeted> source = runbook.yielding(finding);
        source.flatMap(step -> step.targets().where()).ifPresent(where -> add(where.references()));
        if (source.isPresent() && source.get() instanceof Step.Check check) {
            check.admissible().ifPresent(condition -> add(condition.references()));
        }
        if (source.isPresent() && source.get() instanceof Step.Derive derive) {
            add(derive.value().references());
        }
    }

    Set<FindingName> findings() {
        return findings;
    }

    /// Only the findings of checks, which can be taken again, in the order of the runbook.
    Set<Step.Check> checks() {
        Set<Step.Check> checks = new LinkedHashSet<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Check check
                    && !Collections.disjoint(check.findings().keySet(), findings)) {
                checks.add(check);
            }
        }
        return checks;
    }
}
