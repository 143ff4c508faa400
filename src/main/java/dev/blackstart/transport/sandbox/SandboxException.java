package dev.blackstart.transport.sandbox;

/// The world cannot be opened; the message is one sentence that says why.
public final class SandboxException extends Exception {
    private final String sentence;

    public SandboxException(String message) {
        super(message);
        this.sentence = message;
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
