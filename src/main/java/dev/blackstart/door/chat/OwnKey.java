package dev.blackstart.door.chat;

import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A key that no platform knows: 32 random bytes, made the first time, in a file of mode 0600
/// beside the journal, so that buttons that stand in a channel count after a restart, too.
record OwnKey(Path state) {
    private static final int BYTES = 32;
    private static final int DIGITS = 2 * BYTES;

    Secret read() {
        Path file = state.resolve("service").resolve("voucher-key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            String key = Files.readString(file).strip();
            if (key.length() == DIGITS) {
                return new Secret(key);
            }
        } catch (IOException e) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    /// Two services that start at once come to the same one: the file is there whole or not at all.
    private static void make(Path file) throws IOException {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(owner));
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path beside = Files.createTempFile(file.getParent(), "voucher-", ".part"); // mode 0600
        try {
            Files.writeString(
                    beside, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.DSYNC);
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            return; // the other one's key counts
        } finally {
            Files.delete(beside);
        }
    }

    private static Refusal unusable(Path file) {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "The key of the chat's buttons, %s, cannot be used; remove it, and a new one is made at the next start."
                        .formatted(file));
    }
}
