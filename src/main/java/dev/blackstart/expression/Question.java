package dev.blackstart.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be asked about a finding over all its hosts.
enum Question {
    ANY,
    ALL,
    NONE,
    COUNT,
    /// How many hosts gave no answer at all.
    UNHEARD,
    MIN,
    MAX;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean ofNumbers() {
        return this == MIN || this == MAX;
    }

    static Optional<Question> named(String word) {
        return Arrays.stream(values()).filter(question -> question.word().equals(word)).findFirst();
    }
}
