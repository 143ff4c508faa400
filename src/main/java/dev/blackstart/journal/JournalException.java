package dev.blackstart.journal;

import java.time.Instant;
import java.util.Optional;

/// The journal could not do what was asked; the message is one sentence for the operator.
public final class JournalException extends Exception {
    /// Who took a run over.
    public record Taker(String person, Instant since) {}

    public enum Kind {
        /// another process wrote the run first
        CONFLICT,
        /// another process has taken the run over; nothing of the append is in the journal
        FENCED,
        /// disk full, I/O error, read-only file system; nothing of the append is in the journal
        NOT_WRITTEN,
        /// the write failed and the events were found in the journal after re-opening it
        WRITTEN_AFTER_ALL,
        /// the chain or the file does not verify
        DAMAGED,
        /// an event of a type, version or shape that this version does not know; read-only
        NEWER,
        /// the settings or the file system cannot keep the promise of durability
        NOT_DURABLE
    }

    private final Kind kind;
    private final String sentence;
    private final transient Optional<Taker> taker;

    public JournalException(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    public JournalException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentence = message;
        this.taker = Optional.empty();
    }

    private JournalException(Kind kind, String message, Optional<Taker> taker) {
        super(message);
        this.kind = kind;
        this.sentence = message;
        this.taker = taker;
    }

    static JournalException fenced(String message, Taker taker) {
        return new JournalException(Kind.FENCED, message, Optional.of(taker));
    }

    /// Who has the run now, when it was taken over.
    public Optional<Taker> taker() {
        return taker;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }
}
