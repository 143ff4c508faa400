package dev.blackstart.door.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param terminal a person sits at both ends: input and output are terminals
/// @param columns width of the terminal, 80 when it is not known
/// @param rows height of the terminal, 24 when it is not known
public record Streams(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        int columns,
        int rows,
        TypeAhead typeAhead,
        SecretPrompt secrets) {
    /// Asks for a secret without showing what is typed.
    @FunctionalInterface
    public interface SecretPrompt {
        /// Empty when nobody answers.
        String ask(String prompt);
    }
}
