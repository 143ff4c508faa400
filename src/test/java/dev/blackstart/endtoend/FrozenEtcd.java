package dev.blackstart.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real etcd on loopback that logs into a pipe. Another process holds the pipe's read end open
/// and never reads; once the reader is gone the pipe fills up and etcd is frozen in a pipe write.
final class FrozenEtcd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private FrozenEtcd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static FrozenEtcd start(Path folder) throws IOException, InterruptedException {
        installed("etcd", "etcd-server");
        installed("etcdctl", "etcd-client");
        installed("perl", "perl");
        FrozenEtcd etcd = new FrozenEtcd(Files.createDirectories(folder), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(etcd::close));
        try {
            etcd.freeze();
            return etcd;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            etcd.close();
            throw e;
        }
    }

    private static void installed(String command, String debian)
            throws IOException, InterruptedException {
        Process which = new ProcessBuilder("/bin/sh", "-c", "command -v " + command).start();
        if (which.waitFor() != 0) {
            throw new AssertionError(command + " is missing: apt-get install " + debian);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void freeze() throws IOException, InterruptedException {
        Path fifo = folder.resolve("log.fifo");
        run("mkfifo " + fifo);
        Process holder = begin("exec 3<>" + fifo + "; exec sleep 600");
        Path end = Path.of("/proc/" + holder.pid() + "/fd/3");
        await().atMost(PATIENCE).until(() -> Files.exists(end));
        run("perl -e 'open(F, \"<\", $ARGV[0]) or die $!; fcntl(F, 1031, 4096) or die $!' " + end);
        Process reader = begin("exec cat " + fifo + " >" + folder.resolve("log"));
        int peer = freePort();
        Process etcd =
                begin(
                        "exec etcd --data-dir "
                                + folder.resolve("data")
                                + " --logger zap --log-level debug --log-outputs stderr"
                                + " --listen-client-urls %1$s --advertise-client-urls %1$s"
                                        .formatted(endpoint())
                                + " --listen-peer-urls http://127.0.0.1:%1$d --initial-advertise-peer-urls http://127.0.0.1:%1$d"
                                        .formatted(peer)
                                + " --initial-cluster default=http://127.0.0.1:"
                                + peer
                                + " 2>"
                                + fifo);
        await().atMost(PATIENCE).until(this::healthy);
        run(etcdctl("put greeting hello"));
        reader.destroyForcibly().waitFor();
        // a slow disk alone makes it silent, too
        await().atMost(PATIENCE).until(() -> !healthy() && blocked(etcd.pid()));
    }

    /// Is a thread of it inside a pipe write?
    private static boolean blocked(long pid) throws IOException, InterruptedException {
        return status("grep -qs pipe_write /proc/" + pid + "/task/*/wchan") == 0;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    boolean healthy() throws IOException, InterruptedException {
        return status(etcdctl("put again now")) == 0;
    }

    /// The command line of etcdctl against this store, with a deadline.
    String etcdctl(String words) {
        return "ETCDCTL_API=3 etcdctl --endpoints=%s --dial-timeout=2s --command-timeout=2s %s"
                .formatted(endpoint(), words);
    }

    static int status(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command + " >/dev/null 2>&1").start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end of " + command);
        }
        return process.exitValue();
    }

    private static void run(String command) throws IOException, InterruptedException {
        int status = status(command);
        if (status != 0) {
            throw new AssertionError("exit " + status + " of " + command);
        }
    }

    private Process begin(String command) throws IOException {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }
}
