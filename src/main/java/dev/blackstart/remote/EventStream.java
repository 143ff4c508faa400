package dev.blackstart.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Server-sent events as they come. One that says nothing for longer than three of its heartbeats
/// is as good as gone, and closed.
final class EventStream implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();
    private static final int LONGEST_LINE = 32 * 1024 * 1024;

    /// One event, or the end.
    ///
    /// @param name such as `GateOpened`, or `end`
    record Sent(String name, String data) {}

    private final ServiceAddress address;
    private final InputStream from;
    private final long ends;
    private volatile long heard = System.nanoTime();
    private volatile boolean closed;

    /// @param most it is closed after so long in any case
    EventStream(ServiceAddress address, InputStream from, Duration most) {
        this.address = address;
        this.ends = System.nanoTime() + most.toNanos();
        this.from = new BufferedInputStream(from);
        Thread.ofVirtual().name("silence").start(this::watch);
    }

    /// Waits for the next event; empty when the stream is over, however it ended.
    Optional<Sent> next() {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty() && !(name.isEmpty() && data.isEmpty())) {
                return Optional.of(new Sent(name, data.toString()));
            }
            if (text.startsWith("event:")) {
                name = value(text);
            } else if (text.startsWith("data:")) {
                bounded(data.length() + text.length());
                data.append(data.isEmpty() ? "" : "\n").append(value(text));
            }
        }
        return Optional.empty();
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private Optional<String> line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int next = from.read();
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                bounded(bytes.size());
                next = from.read();
            }
            heard = System.nanoTime();
            String text = bytes.toString(UTF_8);
            return next < 0
                    ? Optional.empty()
                    : Optional.of(
                            text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void bounded(int length) {
        if (length > LONGEST_LINE) {
            throw Answer.strange(address);
        }
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            if (now - heard > SILENCE.toNanos() || now - ends > 0) {
                close();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            from.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }
}
