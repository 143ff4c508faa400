package dev.blackstart.journal;

/// The journal could not do what was asked; the message is one sentence for the operator.
public final class JournalException extends Exception {
    public enum Kind {
        /// another process wrote the run first
        CONFLICT,
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

    public JournalException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.sentence = message;
    }

    public JournalException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }
}
