package dev.blackstart.runbook;

/// A name in snake_case: the name of a hypothesis, usable as a name in expressions.
public record HypothesisName(String value) implements Comparable<HypothesisName> {
    public HypothesisName {
        Names.check(value);
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
