package dev.blackstart.template;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.Text;
import java.util.Set;

/// Reads the templates of a runbook.
public final class Texts {
    private Texts() {}

    /// A command: every `[=value]` becomes exactly one POSIX shell word.
    public static Read<Text> command(
            Snippet source, Set<String> parameterNames, Set<String> secretNames) {
        throw new UnsupportedOperationException("not yet: " + source + parameterNames + secretNames);
    }

    /// Plain text, for environment values, instructions and questions: values stand in it as they are.
    public static Read<Text> words(
            Snippet source, Set<String> parameterNames, Set<String> secretNames) {
        throw new UnsupportedOperationException("not yet: " + source + parameterNames + secretNames);
    }
}
