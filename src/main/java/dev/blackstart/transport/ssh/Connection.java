package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.ConnectionException;

/// One authenticated connection to a host. How many use it is counted by the pool, under the pool's
/// lock.
final class Connection {
    private static final int PROBE_SECONDS = 5;

    private final Host host;
    private final SSHClient client;
    private final Sockets socket;
    private final Optional<Connection> through;
    private volatile boolean lost;
    private volatile boolean retired;
    private volatile boolean dismissed;
    private Optional<String> bootId = Optional.empty();
    private int sessions;
    private int tunnels;

    /// @param through the connection to the jump host that carries this one
    Connection(Host host, SSHClient client, Sockets socket, Optional<Connection> through) {
        this.host = host;
        this.client = client;
        this.socket = socket;
        this.through = through;
        // told before any command on it hears of the loss
        client.getTransport()
                .setDisconnectListener((reason, message) -> {
                    dismissed = reason != DisconnectReason.UNKNOWN;
                    lost = true;
                });
    }

    Host host() {
        return host;
    }

    SSHClient client() {
        return client;
    }

    /// What sshj is asked of a connection that must still be there.
    @FunctionalInterface
    interface Wish<T> {
        T of(SSHClient client) throws IOException;
    }

    /// sshj says with an unchecked exception that a connection had ended before it was asked. Here
    /// that is a lost connection like any other.
    <T> T ask(Wish<T> wish) throws IOException {
        try {
            return wish.of(client);
        } catch (IllegalStateException e) {
            throw new ConnectionException("the connection ended before", e);
        }
    }

    Optional<Connection> through() {
        return through;
    }

    Optional<String> bootId() {
        return bootId;
    }

    void bootId(Optional<String> read) {
        bootId = read;
    }

    boolean alive() {
        return !lost && client.getTransport().isRunning() && client.isAuthenticated();
    }

    /// May it carry something new?
    boolean fit() {
        return alive() && !retired;
    }

    void retire() {
        retired = true;
    }

    /// It went away, and not because the host said that it ends it.
    boolean brokenOff() {
        return (lost || !client.getTransport().isRunning()) && !dismissed;
    }

    boolean roomForSession() {
        return fit() && sessions < SshSettings.SESSIONS_PER_CONNECTION;
    }

    boolean idle() {
        return sessions == 0 && tunnels == 0;
    }

    void sessions(int change) {
        sessions += change;
    }

    void tunnels(int change) {
        tunnels += change;
    }

    /// Asks the host for a sign of life and waits for it, at most five seconds.
    boolean answers() {
        try {
            Promise<SSHPacket, ConnectionException> answer =
                    client.getConnection()
                            .sendGlobalRequest("keepalive@openssh.com", true, new byte[0]);
            return answer.tryRetrieve(PROBE_SECONDS, TimeUnit.SECONDS) != null;
        } catch (ConnectionException declined) {
            return alive(); // a server that does not know the request answers that it failed
        } catch (SSHException lost) {
            return false;
        }
    }

    /// Makes whatever waits for the peer fail; never blocks.
    void abort() {
        socket.cut();
    }

    /// Ends it without a goodbye, which a frozen peer would not take.
    void cut() {
        abort();
        close();
    }

    /// Says goodbye; may block while the peer takes nothing.
    void close() {
        try {
            client.close();
        } catch (IOException e) {
            socket.cut();
        }
    }
}
