package dev.blackstart.runbook;

/// A name in snake_case: the name of a finding, usable as a name in expressions. What a called
/// runbook brings has the call's id and a dot before it.
public record FindingName(String value) implements Comparable<FindingName> {
    public FindingName {
        Names.check(value);
    }

    /// This name in the runbook that calls its runbook.
    public FindingName within(StepId call) {
        return new FindingName(call.value() + "." + value);
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
