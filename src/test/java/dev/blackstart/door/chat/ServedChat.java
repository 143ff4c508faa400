package dev.blackstart.door.chat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A server with a chat, on a free port of loopback. The chat's own port is in the configuration.
public final class ServedChat implements QuarkusTestResourceLifecycleManager {
    private Path folder = Path.of("");

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            folder = Files.createTempDirectory("blackstart-chat-");
            ChatHouse.files(folder, free.getLocalPort());
            Map<String, String> configuration = new HashMap<>(ChatHouse.configuration(folder));
            configuration.put("quarkus.http.test-host", "127.0.0.1");
            configuration.put("quarkus.http.test-port", "0");
            configuration.put("blackstart.chat.pace", "1");
            configuration.put("blackstart.test.slack", Integer.toString(free.getLocalPort()));
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
