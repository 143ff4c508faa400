package dev.blackstart.transport.simulated;

/// The world cannot be opened; the message is one sentence that says why.
public final class SimulationException extends Exception {
    private final String sentence;

    SimulationException(String message) {
        super(message);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
