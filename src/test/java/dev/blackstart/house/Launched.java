package dev.blackstart.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that was started and has ended.
///
/// @param output both streams, in the order they were written
record Launched(int exit, String output) {
    /// @param environment added to this process's own; an empty value takes the variable away
    static Launched run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        return Running.start(folder, environment, command).end();
    }

    /// A process that may still run.
    record Running(Process process, Path output) {
        static Running start(Path folder, Map<String, String> environment, List<String> command)
                throws IOException {
            Path output = Files.createTempFile("launched", ".txt");
            var builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile());
            new HashMap<>(environment)
                    .forEach((name, value) -> {
                        if (value.isEmpty()) {
                            builder.environment().remove(name);
                        } else {
                            builder.environment().put(name, value);
                        }
                    });
            builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            return new Running(builder.start(), output);
        }

        Launched end() throws IOException, InterruptedException {
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    throw new AssertionError(
                            "still running after 60 s: " + Files.readString(output));
                }
                return new Launched(process.exitValue(), Files.readString(output));
            } finally {
                process.destroyForcibly();
                Files.deleteIfExists(output);
            }
        }
    }
}
