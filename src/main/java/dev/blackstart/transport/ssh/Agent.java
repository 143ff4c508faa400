package dev.blackstart.transport.ssh;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/// Talks to ssh-agent over its socket (draft-miller-ssh-agent).
final class Agent {
    /// A key the agent holds: its public blob in base64, and its comment.
    record Identity(String base64, String comment) {
        byte[] blob() {
            return Base64.getDecoder().decode(base64);
        }
    }

    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final Path socket;

    Agent(Path socket) {
        this.socket = socket;
    }

    List<Identity> identities() throws IOException {
        Buffer.PlainBuffer answer =
                ask(new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES), IDENTITIES_ANSWER);
        List<Identity> identities = new ArrayList<>();
        try {
            for (int left = answer.readUInt32AsInt(); left > 0; left--) {
                identities.add(identity(answer));
            }
        } catch (Buffer.BufferException e) {
            throw new IOException("ssh-agent answered with a message that is cut short", e);
        }
        return identities;
    }

    private static Identity identity(Buffer.PlainBuffer answer) throws Buffer.BufferException {
        String base64 = Base64.getEncoder().encodeToString(answer.readStringAsBytes());
        return new Identity(base64, answer.readString());
    }

    /// @param flags 2 for rsa-sha2-256, 4 for rsa-sha2-512, else 0
    /// @return algorithm and signature as the server wants them
    byte[] sign(Identity identity, byte[] data, int flags) throws IOException {
        Buffer.PlainBuffer request =
                new Buffer.PlainBuffer()
                        .putByte(SIGN_REQUEST)
                        .putString(identity.blob())
                        .putString(data)
                        .putUInt32(flags);
        try {
            return ask(request, SIGN_RESPONSE).readStringAsBytes();
        } catch (Buffer.BufferException e) {
            throw new IOException("ssh-agent answered with a message that is cut short", e);
        }
    }

    private Buffer.PlainBuffer ask(Buffer.PlainBuffer request, byte expected) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.write(
                    new Buffer.PlainBuffer().putString(request.getCompactData()).getCompactData());
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            int length = in.readInt();
            if (length < 1 || length > LONGEST_ANSWER) {
                throw new IOException("ssh-agent announced an answer of " + length + " bytes");
            }
            byte[] answer = in.readNBytes(length);
            if (answer.length < length || answer[0] != expected) {
                throw new IOException("ssh-agent declined");
            }
            Buffer.PlainBuffer fields = new Buffer.PlainBuffer();
            fields.putRawBytes(answer, 1, length - 1);
            return fields;
        }
    }
}
