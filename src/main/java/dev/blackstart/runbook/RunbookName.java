package dev.blackstart.runbook;

import java.util.regex.Pattern;

/// The name of a runbook, which is also the name of its folder: lower-case letters, digits and
/// hyphens.
public record RunbookName(String value) implements Comparable<RunbookName> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public RunbookName {
        if (!allowed(value)) {
            throw new IllegalArgumentException("not a runbook name: " + value);
        }
    }

    public static boolean allowed(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public int compareTo(RunbookName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
