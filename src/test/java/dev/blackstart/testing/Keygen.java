package dev.blackstart.testing;

import dev.blackstart.inventory.HostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keys made by `ssh-keygen`.
public final class Keygen {
    private Keygen() {}

    /// @param type such as `ed25519`, `ecdsa`, `rsa` (3072 bits) or `rsa:1024`
    /// @return the private key's path; the public key lies beside it as `.pub`
    public static Path make(Path path, String type, String passphrase) {
        String[] typeAndBits = (type + (type.equals("rsa") ? ":3072" : "")).split(":");
        String bits = typeAndBits.length > 1 ? typeAndBits[1] : "256";
        Processes.run(
                "ssh-keygen",
                "-q",
                "-t",
                typeAndBits[0],
                "-b",
                bits,
                "-N",
                passphrase,
                "-C",
                "test",
                "-f",
                path.toString());
        return path;
    }

    public static Path publicPart(Path key) {
        return key.resolveSibling(key.getFileName() + ".pub");
    }

    public static HostKey hostKey(Path key) {
        try {
            String[] words = Files.readString(publicPart(key)).strip().split(" ");
            return new HostKey(words[0], words[1]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
