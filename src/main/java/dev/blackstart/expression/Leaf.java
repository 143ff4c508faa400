package dev.blackstart.expression;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Truth;
import dev.cel.runtime.CelRuntime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of an expression that CEL computes. When inputs are unknown it is computed for every
/// value they may have, and counts as decided when all results agree.
///
/// @param inputs by the variable that stands for each
/// @param comparison how it compares, when it compares one input with something else
record Leaf(
        String text,
        CelRuntime.Program program,
        Map<String, Input> inputs,
        Optional<Comparison> comparison)
        implements Node {
    Leaf {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    @Override
    public Explained evaluate(Moment moment) {
        Outcome outcome = compute(moment);
        Truth truth =
                switch (outcome) {
                    case Outcome.Decided decided -> Truth.of(Boolean.TRUE.equals(decided.value()));
                    case Outcome.Undecided undecided -> Truth.UNKNOWN;
                };
        return new Explained(truth, reasons(truth, outcome));
    }

    Outcome compute(Moment moment) {
        Map<String, Possible> possible = new LinkedHashMap<>();
        inputs.forEach((variable, input) -> possible.put(variable, Lookup.in(moment, input)));
        return new Completions(this, possible).outcome();
    }

    /// Nothing but an input, which needs no computing.
    boolean bare() {
        return inputs.size() == 1 && inputs.values().iterator().next().text().equals(text);
    }

    /// A single input explains itself; a computation names its inputs after its own result.
    private List<String> reasons(Truth truth, Outcome outcome) {
        if (bare()) {
            return outcome.reasons();
        }
        String head = text + " is " + Words.truth(truth);
        return List.of(
                outcome.reasons().isEmpty()
                        ? head
                        : head + ": " + String.join("; ", outcome.reasons()));
    }
}
