package dev.blackstart.door.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in queries, read or refused.
final class Words {
    private Words() {}

    /// One of an enum's names in small letters.
    static <E extends Enum<E>> E one(Class<E> type, String key, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Body.malformed(
                                "%s must be one of %s."
                                        .formatted(
                                                key,
                                                Arrays.stream(type.getEnumConstants())
                                                        .map(it ->
                                                                it.name().toLowerCase(Locale.ROOT))
                                                        .collect(Collectors.joining(", ")))));
    }

    static <E extends Enum<E>> Optional<E> maybe(Class<E> type, String key, @Nullable String word) {
        return Optional.ofNullable(word).map(it -> one(type, key, it));
    }

    static int number(String key, @Nullable String word, int usual) {
        if (word == null) {
            return usual;
        }
        if (!word.matches("[0-9]{1,9}")) {
            throw Body.malformed(
                    "%s must be a whole number, 0 or more, of nine digits at most.".formatted(key));
        }
        return Integer.parseInt(word);
    }

    /// One that is at least 1.
    static int within(String key, @Nullable String word, int most, int usual) {
        if (word == null) {
            return usual;
        }
        if (!word.matches("0*[1-9][0-9]{0,8}") || Integer.parseInt(word) > most) {
            throw Body.malformed("%s must be a number from 1 to %d.".formatted(key, most));
        }
        return Integer.parseInt(word);
    }
}
