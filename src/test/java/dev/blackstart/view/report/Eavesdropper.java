package dev.blackstart.view.report;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that counts who comes: a page that asks for anything is noticed here.
final class Eavesdropper implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger came = new AtomicInteger();

    Eavesdropper() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                came.incrementAndGet();
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int came() {
        return came.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
