package dev.blackstart.service;

import dev.blackstart.view.NotDone;
import java.util.List;

/// Something was asked for that is not done. Its lines are complete sentences for whoever asked.
public final class Refusal extends NotDone {
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

    public Refusal(Kind kind, String sentence) {
        this(kind, List.of(sentence));
    }

    public Refusal(Kind kind, List<String> lines) {
        super(lines);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
