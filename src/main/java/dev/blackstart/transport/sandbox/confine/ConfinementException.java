package dev.blackstart.transport.sandbox.confine;

/// The machine cannot confine a process well enough; the message is one sentence that says what is
/// missing.
public final class ConfinementException extends Exception {
    private final String sentence;

    public ConfinementException(String message) {
        super(message);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
