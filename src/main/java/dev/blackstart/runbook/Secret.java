package dev.blackstart.runbook;

/// A secret value. It prints as `***`; only `reveal` gives it away, and only a transport that
/// writes it to a command's standard input, or a mask that looks for it, may call that.
public final class Secret {
    /// Shorter secrets are refused: masking them would hide ordinary words or nothing.
    public static final int SHORTEST = 6;

    /// What is shown in its place.
    public static final String MASKED = "***";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASKED;
    }
}
