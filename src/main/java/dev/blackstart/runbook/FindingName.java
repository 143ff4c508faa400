package dev.blackstart.runbook;

/// A name in snake_case: the name of a finding, usable as a name in expressions.
public record FindingName(String value) implements Comparable<FindingName> {
    public FindingName {
        Names.check(value);
    }

    @Override
    public int compareTo(FindingName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
