package dev.blackstart.journal.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hashes of what is exported.
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] content) {
        return digest().digest(content);
    }

    /// Copies and hashes at once, so that what is named by the hash is what was copied.
    static byte[] copied(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = digest();
        new DigestInputStream(from, digest).transferTo(to);
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
