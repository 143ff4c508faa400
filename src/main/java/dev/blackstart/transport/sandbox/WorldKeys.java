package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/// Fresh keys for one world, ECDSA on P-256, which every JDK has by itself.
final class WorldKeys {
    private WorldKeys() {}

    static KeyPair generate() throws GeneralSecurityException {
        return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    }

    /// Writes the private key as OpenSSH does, readable by its owner only.
    static void write(KeyPair key, Path file) throws IOException, GeneralSecurityException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyEncryptionContext unencrypted = null;
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    key, "blackstart drill", unencrypted, out);
        }
    }
}
