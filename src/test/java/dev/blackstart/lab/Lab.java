package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command `docker/lab/lab` with a state folder of its own; root images are those of the
/// machine.
///
/// @param state where it keeps what it must remember
/// @param environment what its commands are told besides
record Lab(Path state, Map<String, String> environment) {
    Lab(Path state) {
        this(state, Map.of());
    }

    /// The same lab, told more.
    Lab with(Map<String, String> more) {
        return new Lab(state, more);
    }

    /// Of its own, so that a lab which somebody works with is left alone; links have 15 characters.
    private static final String NAME = "labtest";

    static final Path SCRIPT = Path.of("docker/lab/lab").toAbsolutePath();

    /// @param said standard output, results only
    /// @param told standard error: progress and reasons
    record Answer(int exit, String said, String told) {
        Answer good() {
            assertThat(exit).as(said + told).isZero();
            return this;
        }
    }

    Answer call(String... words) throws IOException, InterruptedException {
        Path said = Files.createTempFile("lab", ".out");
        Path told = Files.createTempFile("lab", ".err");
        try {
            Process process = start(said, told, words);
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("lab hangs: " + String.join(" ", words));
            }
            return new Answer(process.exitValue(), Files.readString(said), Files.readString(told));
        } finally {
            Files.delete(said);
            Files.delete(told);
        }
    }

    Process start(Path said, Path told, String... words) throws IOException {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("BLACKSTART_LAB", state.toString());
        builder.environment().put("BLACKSTART_LAB_NAME", NAME);
        builder.environment().putAll(environment);
        return builder.redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile())
                .redirectError(told.toFile())
                .start();
    }

    /// What is on this machine of it, seen without the lab's own help.
    List<String> left() throws IOException {
        var left = new ArrayList<String>();
        try (Stream<String> mounts = Files.lines(Path.of("/proc/mounts"))) {
            mounts.filter(line -> line.contains(state.toString())).forEach(left::add);
        }
        Path spaces = Path.of("/run/netns");
        if (Files.isDirectory(spaces)) {
            try (Stream<Path> named = Files.list(spaces)) {
                named.filter(path -> path.getFileName().toString().startsWith(NAME + "-"))
                        .forEach(path -> left.add(path.toString()));
            }
        }
        try (Stream<Path> hierarchies = Files.list(Path.of("/sys/fs/cgroup"))) {
            hierarchies
                    .map(path -> path.resolve("blackstart-" + NAME))
                    .filter(Files::exists)
                    .forEach(path -> left.add(path.toString()));
        }
        if (Files.exists(state.resolve("run"))) {
            left.add(state.resolve("run").toString());
        }
        return left;
    }
}
