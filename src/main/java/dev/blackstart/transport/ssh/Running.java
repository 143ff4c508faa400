package dev.blackstart.transport.ssh;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.OutputSink;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;

/// A command that a host has taken: drains both its streams at once and waits for its end.
final class Running {
    /// A child left in the background may hold the channel; after the exit status it gets this
    /// long.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final long TICK_MILLIS = 100;
    private static final int CHUNK = 64 * 1024;

    private final Connection connection;
    private final Session.Command command;
    private final Request request;
    private final OutputSink stdout;
    private final OutputSink stderr;
    private final long begun;
    private final CountDownLatch streams = new CountDownLatch(2);

    /// @param begun `System.nanoTime` of the exec request
    Running(
            Connection connection,
            Session.Command command,
            Request request,
            OutputStore store,
            long begun) {
        this.connection = connection;
        this.command = command;
        this.request = request;
        this.stdout = store.open(request.outputLimit());
        this.stderr = store.open(request.outputLimit());
        this.begun = begun;
    }

    Completion end(Executor workers) {
        workers.execute(() -> drain(command.getInputStream(), stdout));
        workers.execute(() -> drain(command.getErrorStream(), stderr));
        workers.execute(this::feed);
        boolean inTime = await();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        boolean stillThere = inTime || connection.answers();
        return ended(inTime, stillThere, stdout.end(), stderr.end(), took);
    }

    private Completion ended(
            boolean inTime, boolean stillThere, Kept out, Kept err, Duration took) {
        if (command.getExitStatus() != null) {
            return new Completion.Exited(
                    command.getExitStatus(), out, err, took, connection.bootId());
        }
        if (command.getExitSignal() != null) {
            return new Completion.Signalled(
                    command.getExitSignal().name(), out, err, took, connection.bootId());
        }
        if (!inTime && stillThere) {
            return new Completion.DeadlinePassed(out, err, took, connection.bootId());
        }
        String reason =
                connection.alive() && stillThere
                        ? "the host closed the channel without an exit status"
                        : "the connection to %s was lost after %d s"
                                .formatted(HostPlace.of(request.host()), took.toSeconds());
        return new Completion.Lost(reason, out, err, took);
    }

    /// False when the total deadline passed first.
    private boolean await() {
        long deadline = begun + request.deadlines().total().toNanos();
        long grace = Long.MAX_VALUE;
        while (connection.alive() && !closed()) {
            long now = System.nanoTime();
            if (command.getExitStatus() != null || command.getExitSignal() != null) {
                grace = Math.min(grace, now + GRACE.toNanos());
            }
            if (now >= grace) {
                return true;
            }
            if (now >= deadline) {
                return false;
            }
        }
        drained();
        return true;
    }

    /// Waits a moment; true when both streams have ended and the channel is closed.
    private boolean closed() {
        try {
            if (!streams.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            command.join(TICK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ConnectionException e) {
            return !(e.getCause() instanceof TimeoutException);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// What had arrived before the connection went away is still read.
    private void drained() {
        try {
            streams.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(InputStream in, OutputSink sink) {
        byte[] buffer = new byte[CHUNK];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sink.write(Arrays.copyOf(buffer, n));
            }
        } catch (IOException e) {
            // the connection went away; that is told by the missing exit status
        } finally {
            streams.countDown();
        }
    }

    /// Writes standard input and closes it. The command may end without reading it.
    private void feed() {
        try (OutputStream in = command.getOutputStream()) {
            if (request.stdin().isPresent()) {
                in.write(request.stdin().get().reveal().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // told by how the command ends
        }
    }
}
