package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process of ours that is waited for, and ended with all it began when that takes too long.
///
/// @param env its whole environment
/// @param log where what it says is kept
record Child(Map<String, String> env, Path log, Duration deadline) {
    /// @param exit -1 when it had to be ended
    record Said(int exit, List<String> lines, Duration took) {
        /// The last line that says something, for a sentence.
        String last() {
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .reduce((before, after) -> after)
                    .orElse("it said nothing");
        }
    }

    Child {
        env = Map.copyOf(env);
    }

    Said run(List<String> command) throws IOException {
        long began = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(env);
        Process process = builder.start();
        int exit = waited(process) ? process.exitValue() : ended(process);
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().map(String::strip).toList();
        return new Said(exit, lines, Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean waited(Process process) {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int ended(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return -1;
    }
}
