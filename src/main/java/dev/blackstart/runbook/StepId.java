package dev.blackstart.runbook;

/// A name in snake_case: the id of a step, usable as a name in expressions.
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        Names.check(value);
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
