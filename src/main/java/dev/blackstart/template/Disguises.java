package dev.blackstart.template;

import dev.blackstart.runbook.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/// The forms in which a secret may be printed, as bytes without line ends or indentation.
final class Disguises {
    private Disguises() {}

    static Stream<byte[]> of(String secret) {
        Stream<String> plain = Stream.concat(Stream.of(joined(secret)), lines(secret));
        Stream<String> quoted =
                Stream.of(
                        joined(secret).replace("'", "'\\''"),
                        joined(secret).replace("'", "'\"'\"'"),
                        joined(secret).replace("\\", "\\\\").replace("\"", "\\\""),
                        secret.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\r", "\\r")
                                .replace("\n", "\\n"));
        return Stream.concat(Stream.concat(plain, quoted), base64(secret))
                .filter(form -> form.length() >= Secret.SHORTEST)
                .distinct()
                .map(form -> form.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> lines(String secret) {
        return secret.lines().map(String::strip);
    }

    private static String joined(String secret) {
        return String.join("", lines(secret).toList());
    }

    /// What stays the same wherever the secret stands in a text that is encoded as a whole.
    private static Stream<String> base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(0, 1, 2)
                .flatMap(before ->
                        Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                                .map(e -> core(e, bytes, before)));
    }

    /// @param before bytes in front of the secret that share its first group of three
    private static String core(Base64.Encoder encoder, byte[] bytes, int before) {
        int skipped = before == 0 ? 0 : 3 - before;
        int whole = Math.max(0, (bytes.length - skipped) / 3 * 3);
        return encoder.encodeToString(
                Arrays.copyOfRange(
                        bytes,
                        Math.min(skipped, bytes.length),
                        Math.min(skipped, bytes.length) + whole));
    }
}
