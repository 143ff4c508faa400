package dev.blackstart.inventory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A pinned public host key as OpenSSH writes it: type (`ssh-ed25519`, …) and the base64 blob. A
/// host *is* its pinned key: locks and receipts go by it, not by the name.
public record HostKey(String type, String base64) {
    public HostKey {
        if (type.isBlank() || base64.isBlank()) {
            throw new IllegalArgumentException("a host key needs a type and a base64 blob");
        }
        Base64.getDecoder().decode(base64);
    }

    /// The fingerprint as `ssh-keygen -lf` prints it: `SHA256:` and base64 without padding.
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
