package dev.blackstart.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a caller may do. Each is granted by itself; the others include looking.
public enum Scope {
    /// look at runbooks, runs, evidence, loans and reports
    VIEW,
    /// start, abort, resume and reconcile runs, and hand them over
    RUN,
    /// answer gates
    APPROVE,
    /// end runs of others
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> named(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
