package dev.blackstart.runbook;

import java.util.Arrays;
import java.util.Set;

/// What may be a name of a step, finding, hypothesis or parameter: snake_case, at most 64
/// characters, and none of the words the expression language keeps for itself.
public final class Names {
    /// Longest name with those of its calls: it is part of a folder's name on hosts.
    public static final int LONGEST = 128;

    private static final int LONGEST_PART = 64;
    private static final Set<String> RESERVED =
            Set.of(
                    "any",
                    "all",
                    "none",
                    "count",
                    "unheard",
                    "min",
                    "max",
                    "host",
                    "hosts",
                    "params",
                    "established",
                    "exit",
                    "stdout",
                    "stderr",
                    "lines",
                    "json",
                    "duration",
                    "timed_out",
                    "true",
                    "false",
                    "null",
                    "in",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while",
                    "artifact",
                    "file",
                    "size",
                    "has",
                    "int",
                    "double",
                    "string",
                    "bool",
                    "type",
                    "name",
                    "address");

    private Names() {}

    public static boolean allowed(String value) {
        return snakeCase(value) && !RESERVED.contains(value);
    }

    private static boolean snakeCase(String value) {
        if (value.isEmpty() || value.length() > LONGEST_PART || !letter(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!letter(c) && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(int c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean reserved(String value) {
        return RESERVED.contains(value);
    }

    /// A name as it stands in a runbook that calls others: those of the calls, then the name in the
    /// called runbook, joined by dots.
    public static boolean qualified(String value) {
        if (value.indexOf('.') < 0) {
            return allowed(value);
        }
        return value.length() <= LONGEST
                && Arrays.stream(value.split("\\.", -1)).allMatch(Names::allowed);
    }

    static void check(String value) {
        if (!qualified(value)) {
            throw new IllegalArgumentException("not a snake_case name: " + value);
        }
    }
}
