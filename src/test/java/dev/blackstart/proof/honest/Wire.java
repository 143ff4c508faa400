package dev.blackstart.proof.honest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One connection through a link, carried byte by byte.
final class Wire {
    private final Link link;
    private final Socket client;
    private final Socket server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream withheld = new ByteArrayOutputStream();
    private volatile boolean frozen;
    private volatile boolean withholding;
    private volatile long stalledUntil = System.nanoTime();
    private volatile long lastWithheld = System.nanoTime();

    Wire(Link link, Socket client, Socket server) {
        this.link = link;
        this.client = client;
        this.server = server;
    }

    void carry() {
        Thread.ofVirtual().start(() -> pump(Way.UP, client, server));
        Thread.ofVirtual().start(() -> pump(Way.DOWN, server, client));
    }

    private void pump(Way way, Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        try {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                int before = link.before(this, way, n);
                write(way, to, bytes, 0, before);
                if (before < n) {
                    link.strike();
                    write(way, to, bytes, before, n - before);
                }
            }
            close();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Way way, Socket to, byte[] bytes, int from, int length)
            throws IOException, InterruptedException {
        if (frozen) {
            ended.await();
        }
        long left = stalledUntil - System.nanoTime();
        if (left > 0 && ended.await(left, TimeUnit.NANOSECONDS)) {
            throw new IOException("ended while it was stalled");
        }
        synchronized (withheld) {
            if (withholding && way == Way.DOWN) {
                withheld.write(bytes, from, length);
                lastWithheld = System.nanoTime();
                return;
            }
        }
        to.getOutputStream().write(bytes, from, length);
    }

    void freeze() {
        frozen = true;
    }

    void stall(long nanos) {
        stalledUntil = System.nanoTime() + nanos;
    }

    /// Keeps back what comes from the host from now on.
    void withhold() {
        withholding = true;
    }

    /// Nothing has come from the host for so long.
    boolean quiet(long nanos) {
        return System.nanoTime() - lastWithheld > nanos;
    }

    /// Lets all through but the last bytes, and cuts.
    void truncate(int lost) {
        try {
            synchronized (withheld) {
                byte[] all = withheld.toByteArray();
                client.getOutputStream().write(all, 0, Math.max(0, all.length - lost));
                withheld.reset();
            }
            // without this what was let through would be lost with the reset
            client.shutdownOutput();
        } catch (IOException e) {
            // it was ended by the other side meanwhile
        }
        close();
    }

    /// In an orderly way.
    void close() {
        end(false);
    }

    void reset() {
        end(true);
    }

    private void end(boolean hard) {
        for (Socket socket : List.of(client, server)) {
            try {
                if (hard) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException e) {
                // it is of no use any more either way
            }
        }
        ended.countDown();
        link.forget(this);
    }
}
