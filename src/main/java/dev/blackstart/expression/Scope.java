package dev.blackstart.expression;

import java.util.HashSet;
import java.util.Set;

/// The names that mean a host at one place of an expression: `host` where it is allowed, and the
/// variables of the quantifiers around it.
record Scope(boolean hostAllowed, Set<String> variables) {
    Scope {
        variables = Set.copyOf(variables);
    }

    boolean isHost(String name) {
        return variables.contains(name) || hostAllowed && name.equals(Moment.HOST);
    }

    Scope with(String variable) {
        Set<String> more = new HashSet<>(variables);
        more.add(variable);
        return new Scope(hostAllowed, more);
    }
}
