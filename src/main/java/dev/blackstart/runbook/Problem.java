package dev.blackstart.runbook;

/// Something a reader or a lint rule found: where, how bad, and one sentence that says what is
/// wrong and what is allowed or what to do next.
///
/// @param rule short stable name such as `unknown-key`, used to look it up and to silence warnings
public record Problem(Position position, Severity severity, String rule, String message)
        implements Comparable<Problem> {
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Position position, String rule, String message) {
        return new Problem(position, Severity.ERROR, rule, message);
    }

    public static Problem warning(Position position, String rule, String message) {
        return new Problem(position, Severity.WARNING, rule, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        int byPlace = position.compareTo(other.position);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    /// `file:line:column: error: message [rule]`
    @Override
    public String toString() {
        String word = severity == Severity.ERROR ? "error" : "warning";
        return position + ": " + word + ": " + message + " [" + rule + "]";
    }
}
