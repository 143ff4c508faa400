package dev.blackstart.transport.simulated;

import dev.blackstart.transport.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A file that a snapshot wrote on a simulated host; its content says no more than that.
record Artifact(String path, byte[] content) {
    static Artifact at(String path) {
        String says = "a simulated host's " + path + "\n";
        return new Artifact(path, says.getBytes(StandardCharsets.UTF_8));
    }

    String sha256() {
        return HexFormat.of().formatHex(Digests.sha256().digest(content));
    }
}
