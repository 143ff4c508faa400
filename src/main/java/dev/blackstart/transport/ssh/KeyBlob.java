package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.HostKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/// Public keys as SSH writes them: fields with lengths, the first of which is the type.
final class KeyBlob {
    static final int SHORTEST_RSA = 2048;

    private KeyBlob() {}

    /// Empty when the blob is cut short, is of another type than said, or has anything after its
    /// last field.
    static Optional<HostKey> parse(String type, String base64) {
        try {
            ByteBuffer fields = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            boolean sameType = type.equals(new String(field(fields), StandardCharsets.US_ASCII));
            int more = 0;
            while (fields.hasRemaining()) {
                field(fields);
                more++;
            }
            return sameType && more > 0 ? Optional.of(new HostKey(type, base64)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] field(ByteBuffer fields) {
        int length = fields.remaining() < 4 ? -1 : fields.getInt();
        if (length < 0 || length > fields.remaining()) {
            throw new IllegalArgumentException("cut short");
        }
        byte[] field = new byte[length];
        fields.get(field);
        return field;
    }

    static HostKey of(PublicKey key) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        String type = new String(field(ByteBuffer.wrap(blob)), StandardCharsets.US_ASCII);
        return new HostKey(type, Base64.getEncoder().encodeToString(blob));
    }

    static boolean weak(PublicKey key) {
        return key instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA;
    }
}
