package dev.blackstart.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression from a runbook. Java's matcher can take exponential time, so it may look at
/// characters a million times and then counts as not matching.
record BoundedPattern(Pattern pattern) {
    private static final int MOST_LOOKS = 1_000_000;

    /// Why the text is no regular expression; empty when it is one.
    static Optional<String> fault(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription() + " near character " + (e.getIndex() + 1));
        }
    }

    static BoundedPattern of(String text) {
        return new BoundedPattern(Pattern.compile(text));
    }

    boolean matches(String value) {
        try {
            return pattern.matcher(new Counted(value)).matches();
        } catch (TooManyLooks e) {
            return false;
        }
    }

    private static final class TooManyLooks extends RuntimeException {}

    private static final class Counted implements CharSequence {
        private final String value;
        private int looks;

        Counted(String value) {
            this.value = value;
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return value.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.subSequence(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
