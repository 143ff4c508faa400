package dev.blackstart.transport.sandbox;

/// The world cannot be opened; the message is one sentence that says why.
public final class SandboxException extends Exception {
    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
