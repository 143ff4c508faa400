package dev.blackstart.transport.sandbox.store;

import java.io.PrintStream;
import java.time.Instant;

/// A log that writes under one lock, as the loggers of real stores do: when the write blocks, every thread that
/// has something to say waits behind it.
final class LockedLog {
    private final PrintStream stream;

    LockedLog(PrintStream stream) {
        this.stream = stream;
    }

    void line(String text) {
        synchronized (this) {
            stream.println(Instant.now() + " I | etcdserver: " + text);
        }
    }
}
