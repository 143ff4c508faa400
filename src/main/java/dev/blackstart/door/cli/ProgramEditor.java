package dev.blackstart.door.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program such as `vi` or `code --wait` that edits a file at this terminal. The file is readable
/// for its owner alone and gone afterwards.
final class ProgramEditor implements Editor {
    private final List<String> command;

    /// @param command the program and its arguments, separated by blanks
    ProgramEditor(String command) {
        this.command = List.of(command.strip().split("\\s+"));
    }

    @Override
    public Optional<String> edit(String text) {
        try {
            Path file = Files.createTempFile("blackstart-", ".sh");
            try {
                Files.writeString(file, text);
                return run(file) == 0
                        ? Optional.of(Files.readString(file)).filter(now -> !now.equals(text))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private int run(Path file) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
