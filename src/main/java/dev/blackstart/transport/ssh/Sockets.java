package dev.blackstart.transport.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Makes the socket of one connection, without Nagle's delays, and can cut it from another thread.
final class Sockets extends SocketFactory {
    private final Socket socket = new Socket();

    @Override
    public Socket createSocket() throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /// At once, and without a word to the other side; does nothing the second time.
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more either way
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }
}
