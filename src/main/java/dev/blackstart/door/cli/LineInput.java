package dev.blackstart.door.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads single lines and nothing beyond them, so that what follows can still be thrown away.
final class LineInput {
    /// Longer lines are cut: no answer and no command that a person types is as long.
    private static final int LONGEST = 16_384;

    private final InputStream in;

    LineInput(InputStream in) {
        this.in = in;
    }

    /// Empty when the input has ended or broken; a last line without its end counts as none.
    Optional<String> line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return Optional.empty();
                }
                if (bytes.size() < LONGEST) {
                    bytes.write(next);
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
    }
}
