package dev.blackstart.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/// What may be a name of a step, finding, hypothesis or parameter: snake_case, at most 64
/// characters, and none of the words the expression language keeps for itself.
public final class Names {
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

    static void check(String value) {
        if (!allowed(value)) {
            throw new IllegalArgumentException("not a snake_case name: " + value);
        }
    }
}
