package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import dev.blackstart.testing.Keygen;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A link that is lost between the host key and the login is no refused login: a receipt that was
/// to be read over it is asked for again, without a person.
class LostWhileLoggingInTest {
    private SshLab lab;

    @BeforeEach
    void start(@TempDir Path directory) {
        lab = new SshLab(directory);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    private Completion.Unreachable refused(PublickeyAuthenticator authenticator)
            throws IOException {
        Path key = Keygen.make(lab.path("host_key"), "ecdsa", "");
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(new FileKeyPairProvider(key));
            server.setPublickeyAuthenticator(authenticator);
            server.start();
            return (Completion.Unreachable)
                    lab.calls().run(Calls.request(host(server.getPort(), key), "true"));
        }
    }

    private static Host host(int port, Path key) {
        return new Host(
                new HostName("web1"),
                new Address("127.0.0.1", true),
                port,
                "root",
                Optional.of(Keygen.hostKey(key)),
                Optional.empty(),
                Optional.empty(),
                Reach.SSH,
                Map.of());
    }

    @Test
    void aConnectionThatEndedBeforeItIsAskedIsALostOne() throws IOException {
        Path key = Keygen.make(lab.path("host_key"), "ecdsa", "");
        Connection ended =
                new Connection(host(22, key), new SSHClient(), new Sockets(), Optional.empty());
        assertThatThrownBy(() -> ended.ask(SSHClient::startSession))
                .isInstanceOf(ConnectionException.class)
                .hasMessage("the connection ended before");
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            assertThat(BootId.read(ended, clock, Duration.ofSeconds(5))).isEmpty();
        }
    }

    @Test
    void aConnectionThatEndsWithoutAWordIsNone() throws IOException {
        Completion.Unreachable refused =
                refused((user, key, session) -> {
                    session.close(true);
                    return false;
                });
        assertThat(refused.cause()).isEqualTo(Completion.Cause.NO_CONNECTION);
        assertThat(refused.reason())
                .startsWith("the connection ended during authentication as root on 127.0.0.1:");
    }

    @Test
    void aServerThatSaysNoIsARefusal() throws IOException {
        assertThat(refused((user, key, session) -> false).cause())
                .isEqualTo(Completion.Cause.AUTHENTICATION);
    }

    @Test
    void aServerThatEndsItWithAReasonIsARefusal() throws IOException {
        Completion.Unreachable refused =
                refused((user, key, session) -> {
                    dismiss(session);
                    return false;
                });
        assertThat(refused.cause()).isEqualTo(Completion.Cause.AUTHENTICATION);
    }

    private static void dismiss(ServerSession session) {
        try {
            session.disconnect(14, "No supported authentication methods available");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
