package dev.blackstart.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server over small runbooks with a drill each, a site with one real host, and a journal of its
/// own, on a free port of loopback.
public final class ServedHouse implements QuarkusTestResourceLifecycleManager {
    private Path folder = Path.of("");
    private @Nullable RealSshd host;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("blackstart-served-");
            copy(Path.of("src/test/resources/service/runbooks"), folder.resolve("books"));
            host = new ServedSite(folder).open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path books = folder.resolve("books");
        System.setProperty(Asking.STATE, folder.resolve("state").toString());
        return Map.of(
                "quarkus.http.test-host", "127.0.0.1",
                "quarkus.http.test-port", "0",
                "blackstart.serve.runbooks", books.toString(),
                "blackstart.serve.inventory", books.resolve("inventory.yaml").toString(),
                "blackstart.serve.policy", books.resolve("policy.yaml").toString(),
                "blackstart.serve.identity", folder.resolve("key").toString(),
                "blackstart.serve.templates", Path.of("templates").toAbsolutePath().toString(),
                "blackstart.serve.state", folder.resolve("state").toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Override
    public void stop() {
        if (host != null) {
            host.close();
        }
        try (Stream<Path> all = Files.walk(folder)) {
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
