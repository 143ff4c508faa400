package dev.blackstart.runbook;

import java.util.Optional;

/// A name in snake_case: the name of a hypothesis, usable as a name in expressions. What a called
/// runbook brings has the call's id and a dot before it.
public record HypothesisName(String value) implements Comparable<HypothesisName> {
    public HypothesisName {
        Names.check(value);
    }

    /// The call it came from; empty for a hypothesis of the runbook itself.
    public Optional<StepId> call() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new StepId(value.substring(0, dot)));
    }

    /// This name in the runbook that calls its runbook.
    public HypothesisName within(StepId call) {
        return new HypothesisName(call.value() + "." + value);
    }

    @Override
    public int compareTo(HypothesisName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
