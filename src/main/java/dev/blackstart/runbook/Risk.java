package dev.blackstart.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much an action can hurt; decides what its gate asks for.
public enum Risk {
    /// asks y/N
    MUTATE,
    /// asks for the target's name
    DISRUPT,
    /// asks for name and reason, and a second person
    IRREVERSIBLE;

    /// How many different people must say yes.
    public int people() {
        return this == IRREVERSIBLE ? 2 : 1;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Risk> named(String word) {
        return Arrays.stream(values()).filter(risk -> risk.word().equals(word)).findFirst();
    }
}
