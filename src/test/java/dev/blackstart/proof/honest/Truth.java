package dev.blackstart.proof.honest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What an action has really done, as it noted itself.
record Truth(Path file) {
    private static final String ENDS = "ends ";

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How often it was begun.
    long begun() {
        return lines().stream().filter("begun"::equals).count();
    }

    /// Empty when it has not come to its end.
    OptionalInt status() {
        return lines().stream()
                .filter(line -> line.startsWith(ENDS))
                .mapToInt(line -> Integer.parseInt(line.substring(ENDS.length())))
                .findFirst();
    }

    /// When it last noted something.
    Instant changed() {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", lines());
    }
}
