package dev.blackstart.service;

import dev.blackstart.journal.JournalException;
import dev.blackstart.view.Escaped;

/// Trouble with the journal, told as one sentence.
final class Asked {
    private Asked() {}

    @FunctionalInterface
    interface Question<T> {
        T get() throws JournalException;
    }

    static <T> T of(Question<T> question) {
        try {
            return question.get();
        } catch (JournalException e) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "The journal cannot be used: " + Escaped.line(String.valueOf(e.getMessage())));
        }
    }
}
