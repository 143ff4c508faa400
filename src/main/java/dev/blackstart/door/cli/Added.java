package dev.blackstart.door.cli;

import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Problem;
import dev.blackstart.scaffold.NewStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Adds to a runbook's folder what the reader accepts there, and overwrites nothing.
///
/// @param folder of the runbook
record Added(Path folder) {
    String text() {
        return read(folder.resolve(RunbookReader.FILE));
    }

    private String with(NewStep step) {
        return text().stripTrailing() + "\n" + step.yaml();
    }

    /// What the reader says against the runbook with the step at its end.
    List<Problem> problems(NewStep step) {
        Map<String, String> files = new HashMap<>();
        files.putAll(scripts());
        files.put(step.path(), step.script());
        files.put(RunbookReader.FILE, with(step));
        return RunbookReader.read(folder.toString(), files).problems().stream()
                .filter(Problem::isError)
                .toList();
    }

    private Map<String, String> scripts() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("drills")))
                    .forEach(file -> files.put(folder.relativize(file).toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The script first: a runbook that names a script that is not there would be refused.
    void write(NewStep step) throws IOException {
        write(step.path(), step.script());
        Path file = folder.resolve(RunbookReader.FILE);
        Path beside = Files.writeString(folder.resolve(".runbook.yaml.new"), with(step));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// @throws java.nio.file.FileAlreadyExistsException when there is such a file
    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
