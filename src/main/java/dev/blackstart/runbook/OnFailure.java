package dev.blackstart.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What follows when an action did not succeed on a host.
public enum OnFailure {
    /// a person is asked
    ASK,
    /// the step goes on with the others, without that host
    SKIP_HOST,
    /// that host takes no part in the rest of the run
    EXCLUDE_HOST,
    /// what this step did is taken back
    UNDO,
    /// the run ends
    ABORT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OnFailure> named(String word) {
        return Arrays.stream(values()).filter(choice -> choice.word().equals(word)).findFirst();
    }
}
