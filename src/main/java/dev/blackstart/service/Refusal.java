package dev.blackstart.service;

import java.util.List;

/// Something was asked for that is not done. Its lines are complete sentences for whoever asked.
public final class Refusal extends RuntimeException {
    public enum Kind {
        /// what was asked is not well formed
        MALFORMED,
        /// runbook, inventory or parameters are refused; nothing was sent
        REFUSED,
        /// there is none, or none for this caller
        NOT_FOUND,
        NOT_ALLOWED,
        /// another run, process or request is in the way
        CONFLICT,
        /// too much at once
        LIMIT,
        /// the journal cannot be used, or the service is being stopped
        UNAVAILABLE
    }

    private final Kind kind;
    private final List<String> lines;

    public Refusal(Kind kind, String sentence) {
        this(kind, List.of(sentence));
    }

    public Refusal(Kind kind, List<String> lines) {
        super(String.join("\n", lines));
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> lines() {
        return lines;
    }
}
