package dev.blackstart.door.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Drops whole lines that Java has read already, and the unfinished line that the terminal still
/// holds (`tcflush`): a `y` typed before the gate must not become a yes by the Enter that means no.
final class TerminalTypeAhead implements TypeAhead {
    private static final int STANDARD_INPUT = 0;
    private static final long SETTLE_NANOS = 30_000_000;

    private final InputStream in;
    private final Optional<MethodHandle> flush;
    private final int queue;

    TerminalTypeAhead(InputStream in, String operatingSystem) {
        this.in = in;
        this.flush = tcflush();
        // TCIFLUSH from termios.h: 0 on Linux, 1 on macOS and the BSDs
        this.queue = operatingSystem.startsWith("Linux") ? 0 : 1;
    }

    /// Twice with a breath between: a paste arrives in pieces.
    @Override
    public void drop() {
        dropOnce();
        LockSupport.parkNanos(SETTLE_NANOS);
        dropOnce();
    }

    private void dropOnce() {
        flush.ifPresent(this::flush);
        try {
            long waiting = in.available();
            while (waiting > 0 && in.skip(waiting) > 0) {
                waiting = in.available();
            }
        } catch (IOException e) {
            // a terminal that has gone: the next read says so
            return;
        }
    }

    private void flush(MethodHandle handle) {
        try {
            int ignored = (int) handle.invokeExact(STANDARD_INPUT, queue);
        } catch (Throwable e) {
            throw new IllegalStateException("tcflush cannot be called", e);
        }
    }

    /// Native access is what this class is for; the launcher allows it.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> tcflush() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.defaultLookup()
                .find("tcflush")
                .map(address -> linker.downcallHandle(address, shape));
    }
}
