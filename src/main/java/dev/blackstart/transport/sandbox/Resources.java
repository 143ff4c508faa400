package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the program carries along for a world: its commands and the classes of its store.
final class Resources {
    /// Commands of the world, which stand where a machine's own would be.
    static final List<String> COMMANDS =
            List.of(
                    "arping",
                    "curl",
                    "etcdctl",
                    "ethtool",
                    "halt",
                    "hostname",
                    "ip",
                    "ipmitool",
                    "journalctl",
                    "pgrep",
                    "ping",
                    "pkill",
                    "poweroff",
                    "reboot",
                    "shutdown",
                    "sudo",
                    "systemctl");

    static final List<String> PARTS = List.of("world", "ctld", "log-shim");

    static final String STORE_PACKAGE = "dev/blackstart/transport/sandbox/store/";
    static final List<String> STORE_CLASSES = List.of("Store", "LockedLog", "Ticker", "Keys", "Worker");

    private Resources() {}

    /// @param name relative to this package
    static String text(String name) throws IOException {
        return new String(bytes("/dev/blackstart/transport/sandbox/" + name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String path) throws IOException {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the program lacks its own file " + path);
            }
            return in.readAllBytes();
        }
    }
}
