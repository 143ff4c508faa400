package dev.blackstart.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The base64 part of a public key (RFC 4253): texts with their lengths before them, of which the
/// first is the name of its own type.
final class HostKeyBlob {
    private HostKeyBlob() {}

    /// Why this is no key of that type; empty when it is one.
    static Optional<String> fault(String type, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    "the host key is damaged: its second part is not base64; copy the whole line from `ssh-keyscan`");
        }
        ByteBuffer blob = ByteBuffer.wrap(bytes);
        int length = blob.remaining() < 4 ? -1 : blob.getInt();
        if (length < 1 || length > blob.remaining()) {
            return Optional.of(
                    "the host key is damaged or cut off; copy the whole line from `ssh-keyscan`");
        }
        String inside = new String(bytes, 4, length, StandardCharsets.US_ASCII);
        blob.position(4 + length);
        if (!whole(blob)) {
            return Optional.of(
                    "the host key is damaged or cut off; copy the whole line from `ssh-keyscan`");
        }
        return inside.equals(type)
                ? Optional.empty()
                : Optional.of(
                        "the host key says `%s` but holds another type; copy the whole line from `ssh-keyscan`"
                                .formatted(type));
    }

    /// Is the rest made of whole texts, at least one?
    private static boolean whole(ByteBuffer blob) {
        boolean some = false;
        while (blob.remaining() >= 4) {
            int length = blob.getInt();
            if (length < 1 || length > blob.remaining()) {
                return false;
            }
            blob.position(blob.position() + length);
            some = true;
        }
        return some && !blob.hasRemaining();
    }
}
