package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// One exec request: a shell command of a host of the world, its streams tied to the SSH channel.
/// When the channel closes the command goes on, as under OpenSSH without a terminal.
final class WorldCommand implements Command {
    private final WorldHost host;
    private final WorldShell shell;
    private final String commandLine;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;

    WorldCommand(WorldHost host, WorldShell shell, String commandLine) {
        this.host = host;
        this.shell = shell;
        this.commandLine = commandLine;
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        this.exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        Process process = shell.command(host, commandLine);
        InputStream fromClient = Objects.requireNonNull(in);
        OutputStream stdin = process.getOutputStream();
        Thread.ofVirtual().name("sandbox-stdin").start(() -> pump(fromClient, stdin, true));
        Thread stdout = drain(process.getInputStream(), Objects.requireNonNull(out));
        Thread stderr = drain(process.getErrorStream(), Objects.requireNonNull(err));
        ExitCallback ended = Objects.requireNonNull(exit);
        Thread.ofVirtual().name("sandbox-exit").start(() -> await(process, stdout, stderr, ended));
    }

    private static Thread drain(InputStream from, OutputStream to) {
        return Thread.ofVirtual().name("sandbox-output").start(() -> pump(from, to, false));
    }

    private static void await(Process process, Thread stdout, Thread stderr, ExitCallback ended) {
        try {
            int status = process.waitFor();
            stdout.join();
            stderr.join();
            ended.onExit(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(InputStream from, OutputStream to, boolean close) {
        byte[] chunk = new byte[8192];
        try {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                to.write(chunk, 0, read);
                to.flush();
            }
            if (close) {
                to.close();
            }
        } catch (IOException oneSideIsGone) {
            closeQuietly(from);
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException alreadyClosed) {
            // the process has ended, and its end of the pipe with it
        }
    }

    /// The command is left alone.
    @Override
    public void destroy(ChannelSession channel) {}
}
