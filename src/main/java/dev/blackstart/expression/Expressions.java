package dev.blackstart.expression;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import java.util.Map;

/// Compiles the expressions of one runbook.
public final class Expressions {
    private final Declared declared;

    public Expressions(Declared declared) {
        this.declared = declared;
    }

    /// A finding over one command's result.
    public static Read<Measure> measure(Snippet text, Map<String, ParameterType> parameters) {
        throw new UnsupportedOperationException("not yet: " + text + parameters);
    }

    /// @param hostAllowed may `host.…` be used, because the condition is asked per host
    public Read<Condition> condition(Snippet text, boolean hostAllowed) {
        throw new UnsupportedOperationException("not yet: " + text + declared);
    }

    /// A finding of a host computed from others of the same host.
    public Read<Derivation> derivation(Snippet text) {
        throw new UnsupportedOperationException("not yet: " + text + declared);
    }
}
