package dev.blackstart.testing;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
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
        Socket keeper = new Socket();
        patiently(() -> {
            keeper.setReuseAddress(true);
            keeper.bind(here());
        });
        keeping = keeper;
        open.forEach(Relay::shut);
        open.clear();
    }

    public void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        patiently(() -> again.bind(here()));
        shut(keeping);
        listening = again;
        serve(again);
    }

    private interface Binding {
        void bind() throws IOException;
    }

    /// A socket that was closed while a thread waited in its accept is let go a moment later.
    private static void patiently(Binding binding) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .ignoreException(BindException.class)
                .until(() -> {
                    binding.bind();
                    return true;
                });
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
