package dev.blackstart.proof.honest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network before one host: a port on loopback that leads to its server, and that can be cut,
/// frozen, stalled, refused or led astray.
final class Link implements AutoCloseable {
    /// Below the ports that connections get by themselves, so that it is still free after an
    /// outage.
    private static final int LOWEST = 20_000;

    private static final int PORTS = 10_000;

    private final int port;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Map<Way, Long> passed = new EnumMap<>(Way.class);
    private Optional<ServerSocket> listener = Optional.empty();
    private Optional<Moment.AtByte> waited = Optional.empty();
    private Runnable blow = () -> {};
    private volatile int behind;
    private volatile boolean closed;

    /// @param behind the server's port
    Link(int behind) {
        this.behind = behind;
        this.port = listenSomewhere();
    }

    int port() {
        return port;
    }

    private synchronized int listenSomewhere() {
        Random anywhere = new Random();
        for (int i = 0; i < PORTS; i++) {
            int candidate = LOWEST + anywhere.nextInt(PORTS);
            try {
                listen(candidate);
                return candidate;
            } catch (IOException e) {
                // somebody else has that one
            }
        }
        throw new AssertionError("no free port on loopback");
    }

    private void listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        listener = Optional.of(socket);
        Thread.ofVirtual().start(() -> accept(socket));
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                server.setTcpNoDelay(true);
                Wire wire = new Wire(this, client, server);
                wires.add(wire);
                wire.carry();
            } catch (IOException e) {
                // closed, or the client was gone before it was served
            }
        }
    }

    /// From now on bytes are counted, and the blow falls at that byte.
    synchronized void count(Optional<Moment.AtByte> at, Runnable falls) {
        passed.clear();
        waited = at;
        blow = falls;
    }

    /// Bytes that went through since they are counted.
    synchronized long passed(Way way) {
        return passed.getOrDefault(way, 0L);
    }

    /// How many of these bytes go through before the blow falls; all when it does not.
    synchronized int before(Wire wire, Way way, int number) {
        long already = passed.merge(way, (long) number, Long::sum) - number;
        if (waited.isEmpty() || waited.get().way() != way) {
            return number;
        }
        return (int) Math.clamp(waited.get().number() - already, 0, number);
    }

    void strike() {
        Runnable falls;
        synchronized (this) {
            if (waited.isEmpty()) {
                return;
            }
            waited = Optional.empty();
            falls = blow;
        }
        falls.run();
    }

    Set<Wire> wires() {
        return Set.copyOf(wires);
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    /// Connections are refused from now on; those that are open stay.
    synchronized void refuse() {
        try {
            if (listener.isPresent()) {
                listener.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Optional.empty();
    }

    /// Connections are taken again.
    synchronized void allow() {
        if (listener.isPresent() || closed) {
            return;
        }
        try {
            listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " was taken by another program", e);
        }
    }

    /// Leads to another server.
    void lead(int other) {
        behind = other;
    }

    @Override
    public void close() {
        closed = true;
        refuse();
        wires().forEach(Wire::reset);
    }
}
