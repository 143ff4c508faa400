package dev.blackstart.runbook;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be a name of a step, finding, hypothesis or parameter: snake_case, at most 64
/// characters, and none of the words the expression language keeps for itself.
public final class Names {
    /// Longest name with those of its calls: it is part of a folder's name on hosts.
    public static final int LONGEST = 128;

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> RESERVED =
            Set.of(
                    "any",
                    "all",
                    "none",
                    "count",
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
        return SNAKE_CASE.matcher(value).matches() && !RESERVED.contains(value);
    }

    public static boolean reserved(String value) {
        return RESERVED.contains(value);
    }

    /// A name as it stands in a runbook that calls others: those of the calls, then the name in the
    /// called runbook, joined by dots.
    public static boolean qualified(String value) {
        return value.length() <= LONGEST
                && Arrays.stream(value.split("\\.", -1)).allMatch(Names::allowed);
    }

    static void check(String value) {
        if (!qualified(value)) {
            throw new IllegalArgumentException("not a snake_case name: " + value);
        }
    }
}
