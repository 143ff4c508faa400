package dev.blackstart.transport.simulated;

import dev.blackstart.transport.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A file that a snapshot wrote on a simulated host; its content says no more than that.
record Artifact(String content) {
    static Artifact at(String path) {
        return new Artifact("a simulated host's " + path + "\n");
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    String sha256() {
        return HexFormat.of().formatHex(Digests.sha256().digest(bytes()));
    }
}
