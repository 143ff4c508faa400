package dev.blackstart.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to a server on loopback, which can break and come back.
public final class Relay implements Closeable {
    private final int behind;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening;
    private volatile Socket keeping = new Socket();

    public Relay(URI server) throws IOException {
        this.behind = server.getPort();
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        serve(listening);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Nothing listens any more, and what was open breaks. The port stays bound, so that no
    /// connection that is made meanwhile gets it as its own.
    public void cut() {
        shut(listening);
        keeping = new Socket();
        try {
            keeping.setReuseAddress(true);
            keeping.bind(here());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Relay::shut);
        open.clear();
    }

    public void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(here());
        shut(keeping);
        listening = again;
        serve(again);
    }

    private InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void serve(ServerSocket socket) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            join(socket.accept());
                        }
                    } catch (IOException e) {
                        return; // it was cut
                    }
                });
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(near);
        open.add(far);
        carry(near, far);
        carry(far, near);
    }

    private static void carry(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException e) {
                        shut(from);
                    }
                    shut(to);
                });
    }

    private static void shut(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        shut(keeping);
    }
}
