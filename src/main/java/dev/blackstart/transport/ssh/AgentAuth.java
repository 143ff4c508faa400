package dev.blackstart.transport.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/// Public-key authentication with one key of ssh-agent: asks whether the server would take the key,
/// then has the agent sign.
final class AgentAuth extends AbstractAuthMethod {
    private static final int RSA_SHA2_512 = 4;

    private final Agent agent;
    private final Agent.Identity identity;
    private final String type;

    AgentAuth(Agent agent, Agent.Identity identity) {
        super("publickey");
        this.agent = agent;
        this.identity = identity;
        this.type = type(identity.blob());
    }

    private static String type(byte[] blob) {
        int length = ByteBuffer.wrap(blob).getInt();
        return new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signed)
                .putString(algorithm())
                .putString(identity.blob());
    }

    private String algorithm() {
        return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }

    @Override
    public void handle(Message message, SSHPacket packet)
            throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] data =
                new Buffer.PlainBuffer()
                        .putString(params.getTransport().getSessionID())
                        .putBuffer(request)
                        .getCompactData();
        try {
            int flags = type.equals("ssh-rsa") ? RSA_SHA2_512 : 0;
            request.putString(agent.sign(identity, data, flags));
        } catch (IOException e) {
            throw new UserAuthException("ssh-agent did not sign: " + e.getMessage(), e);
        }
        params.getTransport().write(request);
    }
}
