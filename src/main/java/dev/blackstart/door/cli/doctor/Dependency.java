package dev.blackstart.door.cli.doctor;

import java.util.Optional;

/// Something that Blackstart needs, and what to do about it.
///
/// @param on what is needed, in a word or two
/// @param says one sentence
/// @param next what to do, where there is something to do
public record Dependency(String on, Grade grade, String says, Optional<String> next) {
    public static Dependency stands(String on, String says) {
        return new Dependency(on, Grade.STANDS, says, Optional.empty());
    }

    public static Dependency weak(String on, String says, String next) {
        return new Dependency(on, Grade.WEAK, says, Optional.of(next));
    }

    public static Dependency falls(String on, String says, String next) {
        return new Dependency(on, Grade.FALLS, says, Optional.of(next));
    }
}
