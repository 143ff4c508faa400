package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// What a private key file tells of itself without its passphrase.
final class PrivateKeyFile {
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";

    /// `openssh-key-v1` and a zero byte, then the name of the cipher as a length and text.
    private static final int CIPHER_AT = 15;

    private PrivateKeyFile() {}

    static boolean encrypted(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.startsWith(OPENSSH) ? openssh(text) : text.contains("ENCRYPTED");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean openssh(String text) {
        try {
            byte[] blob =
                    Base64.getMimeDecoder()
                            .decode(text.replaceAll("-----[A-Z ]+-----", "").strip());
            int length = blob.length > CIPHER_AT + 8 ? blob[CIPHER_AT + 3] : 0;
            String cipher =
                    new String(blob, CIPHER_AT + 4, Math.max(0, length), StandardCharsets.US_ASCII);
            return !cipher.equals("none");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
