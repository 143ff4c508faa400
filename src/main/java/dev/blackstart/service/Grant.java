package dev.blackstart.service;

import dev.blackstart.runbook.Risk;
import java.util.Optional;
import java.util.Set;

/// What somebody may do, and to which runbooks.
///
/// @param runbooks names of the runbooks it reaches; empty for all of them
/// @param risk the highest risk a yes may have at a gate
public record Grant(Set<Scope> scopes, Optional<Set<String>> runbooks, Risk risk) {
    public Grant {
        scopes = Set.copyOf(scopes);
        runbooks = runbooks.map(Set::copyOf);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scope == Scope.VIEW && !scopes.isEmpty();
    }

    public boolean reaches(String runbook) {
        return runbooks.map(names -> names.contains(runbook)).orElse(true);
    }

    /// May an action of this risk be approved?
    public boolean covers(Risk other) {
        return other.compareTo(risk) <= 0;
    }
}
