package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every shell script is clean for shellcheck and readable by the shells of small hosts.
class ScriptsTest {
    private static final Path LAB = Path.of("docker/lab");

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        assertThat(run(List.of("shellcheck", "-x", "-P", "SCRIPTDIR"), scripts())).isEmpty();
    }

    @Test
    void smallShellsReadThem() throws Exception {
        for (Path script : posixScripts()) {
            assertThat(run(List.of("dash", "-n"), List.of(script))).isEmpty();
            assertThat(run(List.of("busybox", "sh", "-n"), List.of(script))).isEmpty();
        }
    }

    private static String run(List<String> tool, List<Path> scripts) throws Exception {
        var command = new ArrayList<>(tool);
        scripts.forEach(script -> command.add(script.toString()));
        return Launched.run(Path.of("").toAbsolutePath(), Map.of(), command).output();
    }

    private static List<Path> posixScripts() throws IOException {
        return scripts().stream()
                .filter(script -> !script.startsWith(".ci") && !script.startsWith(LAB))
                .toList();
    }

    private static List<Path> scripts() throws IOException {
        var scripts = new ArrayList<>(List.of(Path.of("blackstart"), Path.of(".ci/run")));
        for (String top : List.of("runbooks", "src/main/resources")) {
            if (Files.exists(Path.of(top))) {
                try (Stream<Path> below = Files.walk(Path.of(top))) {
                    below.filter(path -> path.toString().endsWith(".sh")).forEach(scripts::add);
                }
            }
        }
        scripts.addAll(labScripts());
        return scripts;
    }

    /// The lab's scripts are for bash, and some have no `.sh`: they have a first line instead.
    private static List<Path> labScripts() throws IOException {
        try (Stream<Path> below = Files.walk(LAB)) {
            return below.filter(Files::isRegularFile).filter(ScriptsTest::isScript).toList();
        }
    }

    private static boolean isScript(Path file) {
        try {
            String begins = Files.readString(file).lines().findFirst().orElse("");
            return begins.startsWith("#!") || begins.startsWith("# shellcheck shell=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
