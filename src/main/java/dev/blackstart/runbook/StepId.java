package dev.blackstart.runbook;

import java.util.Optional;

/// A name in snake_case: the id of a step, usable as a name in expressions. What a called runbook
/// brings has the call's id and a dot before it.
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        Names.check(value);
    }

    /// This name in the runbook that calls its runbook.
    public StepId within(StepId call) {
        return new StepId(call.value() + "." + value);
    }

    /// The call it came from; empty for a step of the runbook itself.
    public Optional<StepId> call() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new StepId(value.substring(0, dot)));
    }

    /// Did it come from that call, whether directly or through another?
    public boolean isWithin(StepId call) {
        return value.startsWith(call.value + ".");
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
