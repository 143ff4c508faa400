package dev.blackstart.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a proof has to show: one line with tabs in `target/proof/NAME.tsv`.
public final class ResultLine {
    private ResultLine() {}

    /// @param counted what the count is of
    /// @param found what went wrong, in words and numbers
    public static void write(
            String name, String counted, long count, String found, Duration took, String note)
            throws IOException {
        double seconds = took.toMillis() / 1000.0;
        String line =
                "%s\t%s\t%d\t%s\t%.1f\t%.0f\t%s\n"
                        .formatted(
                                name,
                                counted,
                                count,
                                found,
                                seconds,
                                count / Math.max(0.001, seconds),
                                note);
        Path folder = Files.createDirectories(Path.of("target/proof"));
        Files.writeString(folder.resolve(name + ".tsv"), line);
    }
}
