package dev.blackstart.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A server over two small runbooks with a drill each and a journal of its own, on a free port of
/// loopback.
public final class ServedHouse implements QuarkusTestResourceLifecycleManager {
    private Path state = Path.of("");

    @Override
    public Map<String, String> start() {
        Path runbooks = Path.of("src/test/resources/service/runbooks").toAbsolutePath();
        try {
            state = Files.createTempDirectory("blackstart-served-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.http.test-host", "127.0.0.1",
                "quarkus.http.test-port", "0",
                "blackstart.serve.runbooks", runbooks.toString(),
                "blackstart.serve.inventory", runbooks.resolve("inventory.yaml").toString(),
                "blackstart.serve.templates", Path.of("templates").toAbsolutePath().toString(),
                "blackstart.serve.state", state.toString());
    }

    @Override
    public void stop() {
        try (Stream<Path> all = Files.walk(state)) {
            all.sorted(Comparator.reverseOrder()).forEach(ServedHouse::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
