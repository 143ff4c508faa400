package dev.blackstart.remote;

import dev.blackstart.view.NotDone;
import java.util.List;

/// A service did not do what it was asked for. Its lines are complete sentences for the person at
/// the terminal; nothing in them can harm one.
public final class ServiceTrouble extends NotDone {
    public enum Kind {
        /// the address, the token or the certificates of a CA cannot be used, so nobody was asked
        USAGE,
        /// there is no answer, or none in time
        SILENT,
        /// what answers is no service, or none that this version understands
        STRANGE,
        /// 401: the token does not count
        NO_TOKEN,
        /// 403
        NOT_ALLOWED,
        /// 404
        NOT_FOUND,
        /// 409
        CONFLICT,
        /// 400, 421, 422 and such
        REFUSED,
        /// 429
        LIMIT,
        /// 5xx
        UNAVAILABLE
    }

    private final Kind kind;

    public ServiceTrouble(Kind kind, String sentence) {
        this(kind, List.of(sentence));
    }

    public ServiceTrouble(Kind kind, List<String> lines) {
        super(lines);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// May the same question have another answer in a moment?
    public boolean passes() {
        return switch (kind) {
            case SILENT, LIMIT, UNAVAILABLE -> true;
            case USAGE, STRANGE, NO_TOKEN, NOT_ALLOWED, NOT_FOUND, CONFLICT, REFUSED -> false;
        };
    }
}
