package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// The SSH server of one host of the world: its own address, port and host key; one key may log in; commands
/// and reading over SFTP, nothing else (no shell, no terminal, no forwarding).
final class HostServer implements AutoCloseable {
    /// The only user that may log in.
    static final String USER = "operator";

    private final SshServer server;
    private final KeyPair hostKey;

    private HostServer(SshServer server, KeyPair hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    static HostServer start(WorldHost host, WorldShell shell, PublicKey allowed)
            throws IOException, GeneralSecurityException {
        KeyPair key = WorldKeys.generate();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(host.address());
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(
                (user, offered, session) ->
                        user.equals(USER) && KeyUtils.compareKeys(offered, allowed));
        server.setCommandFactory(
                (channel, commandLine) -> new WorldCommand(host, shell, commandLine));
        server.setSubsystemFactories(
                List.of(
                        new SftpSubsystemFactory.Builder()
                                .withFileSystemAccessor(new ReadOnlyFiles(shell.folder().root()))
                                .build()));
        server.setIoServiceEventListener(
                deadWhen(shell.folder().faults().resolve("gateway_dead"), host));
        server.start();
        return new HostServer(server, key);
    }

    int port() {
        return server.getPort();
    }

    HostKey pinned() {
        String[] words = PublicKeyEntry.toString(hostKey.getPublic()).split(" ", 3);
        return new HostKey(words[0], words[1]);
    }

    /// A dead host takes no connections; it does again once the fault is gone.
    private static IoServiceEventListener deadWhen(Path fault, WorldHost host) {
        return new IoServiceEventListener() {
            @Override
            public void connectionAccepted(
                    IoAcceptor acceptor,
                    java.net.SocketAddress local,
                    java.net.SocketAddress remote,
                    java.net.SocketAddress service)
                    throws IOException {
                if (Files.exists(fault)
                        && Files.readAllLines(fault).contains(host.name().value())) {
                    throw new IOException(host.name() + " is dead in this world");
                }
            }
        };
    }

    /// Where it listens.
    InetSocketAddress address() {
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the SSH server of a world did not stop", e);
        }
    }
}
