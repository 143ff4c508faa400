package dev.blackstart.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The base64 part of a public key (RFC 4253): it starts with the length and the name of its own type.
final class HostKeyBlob {
    private HostKeyBlob() {}

    /// Why this is no key of that type; empty when it is one.
    static Optional<String> fault(String type, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.of("the host key is damaged: its second part is not base64; copy the whole line from `ssh-keyscan`");
        }
        ByteBuffer blob = ByteBuffer.wrap(bytes);
        int length = blob.remaining() < 4 ? -1 : blob.getInt();
        if (length < 1 || length > blob.remaining()) {
            return Optional.of("the host key is damaged or cut off; copy the whole line from `ssh-keyscan`");
        }
        String inside = new String(bytes, 4, length, StandardCharsets.US_ASCII);
        return inside.equals(type)
                ? Optional.empty()
                : Optional.of(
                        "the host key says `%s` but holds another type; copy the whole line from `ssh-keyscan`"
                                .formatted(type));
    }
}
