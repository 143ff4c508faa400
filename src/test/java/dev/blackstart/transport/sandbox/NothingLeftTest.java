package dev.blackstart.transport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.OwnClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class NothingLeftTest {
    @Test
    void a_killed_program_leaves_no_process_and_no_folder() throws IOException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                OwnClassPath.text(),
                                WorldProbe.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String folder = "";
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("FOLDER ")) {
                    folder = line.substring("FOLDER ".length());
                    break;
                }
            }
            assertThat(folder).startsWith("/tmp/blackstart-world-");
            List<Long> before = inside(folder);
            assertThat(before)
                    .as("the store, its shim, its reader, the daemon")
                    .hasSizeGreaterThan(3);
            program.destroyForcibly();
            Path gone = Path.of(folder);
            await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(gone));
            assertThat(before)
                    .noneMatch(
                            pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        } finally {
            program.destroyForcibly();
        }
    }

    /// Processes that work in the world's folder, and those of its user.
    private static List<Long> inside(String folder) throws IOException {
        int user = (int) Files.getAttribute(Path.of(folder, "hosts"), "unix:uid");
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> belongs(process, folder, user))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean belongs(Path process, String folder, int user) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).toString().startsWith(folder)
                    || (user >= 65_000 && (int) Files.getAttribute(process, "unix:uid") == user);
        } catch (IOException ended) {
            return false;
        }
    }
}
