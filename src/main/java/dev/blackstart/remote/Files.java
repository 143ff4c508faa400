package dev.blackstart.remote;

import dev.blackstart.run.RunId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The frozen files of the runs that were read, each fetched once and held to its name, which is
/// the SHA-256 of its content.
final class Files {
    private final Wire wire;
    private final Map<String, RunId> whose = new HashMap<>();
    private final Map<String, byte[]> fetched = new HashMap<>();

    Files(Wire wire) {
        this.wire = wire;
    }

    /// A run goes by these files.
    void known(RunId run, Collection<String> sha256s) {
        sha256s.forEach(it -> whose.put(it, run));
    }

    /// Empty for a file of no run that was read.
    Optional<byte[]> of(String sha256) {
        return Optional.ofNullable(fetched.get(sha256))
                .or(() -> Optional.ofNullable(whose.get(sha256)).map(run -> fetch(run, sha256)));
    }

    private byte[] fetch(RunId run, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw Answer.strange(wire.address());
        }
        byte[] content = wire.bytes("/api/v1/runs/" + run + "/files/" + sha256);
        if (!digest(content).equals(sha256)) {
            throw Answer.strange(wire.address());
        }
        fetched.put(sha256, content);
        return content;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
