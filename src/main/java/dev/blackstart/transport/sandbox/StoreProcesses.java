package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The store of one host with what stands around it: the pipe its log goes to, the shim that holds
/// the pipe open, the reader that writes the log to a file, and the daemon that needs the store.
final class StoreProcesses {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration FREEZE = Duration.ofSeconds(30);

    /// Looks in a row, 20 ms apart. A write that is only slow ends between two of them.
    private static final int LOOKS = 10;

    private static final int RESTARTS_SO_FAR = 137;

    private final WorldHost host;
    private final WorldShell shell;
    private final Process store;
    private final Process reader;

    private StoreProcesses(WorldHost host, WorldShell shell, Process store, Process reader) {
        this.host = host;
        this.shell = shell;
        this.store = store;
        this.reader = reader;
    }

    static StoreProcesses start(WorldHost host, WorldShell shell) throws IOException {
        String lib = shell.folder().lib().toString();
        shell.background(host, "mkfifo run/stderr && exec " + lib + "/log-shim run/stderr");
        Process reader =
                shell.background(
                        host,
                        "until [ -p run/stderr ]; do sleep 0.05; done; exec cat run/stderr >log/store.log");
        Process store =
                shell.background(
                        host,
                        "until [ -s log/reader ]; do [ -p run/stderr ] && echo up >log/reader; sleep 0.05;"
                                + " done; echo $$ >run/store.pid; exec "
                                + lib
                                + "/etcd -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx48m"
                                + " -Djava.io.tmpdir=\"$TMPDIR\" -cp "
                                + lib
                                + "/classes dev.blackstart.transport.sandbox.store.Store \"$HOME\""
                                + " 2>run/stderr");
        StoreProcesses started = new StoreProcesses(host, shell, store, reader);
        await(START, started::logs, "the store of " + host.name() + " did not start");
        started.startDaemon();
        return started;
    }

    private void startDaemon() throws IOException {
        Path units = Files.createDirectories(host.folder().resolve("units"));
        shell.background(
                host,
                "mkdir -p units/ctld && cd units/ctld && echo 0 >restarts && echo start >sub && echo 0 >since"
                        + " && cd ../.. && exec "
                        + shell.folder().lib()
                        + "/ctld");
        await(
                START,
                () -> daemonRuns(units),
                "the control daemon of " + host.name() + " did not start");
    }

    private static boolean daemonRuns(Path units) throws IOException {
        Path sub = units.resolve("ctld/sub");
        return Files.exists(sub) && Files.readString(sub).strip().equals("running");
    }

    /// Takes the log's reader away and waits until the store stays blocked in a write to its pipe
    /// and its daemon has noticed. The outage lasts until then, so that the pipe is truly full.
    void wedge() throws IOException {
        // before the daemon fails: from then on it counts its restarts itself
        run("echo yes >run/outage; echo " + RESTARTS_SO_FAR + " >units/ctld/restarts");
        reader.destroyForcibly();
        await(FREEZE, () -> !reader.isAlive(), "the log reader of " + host.name() + " did not end");
        await(FREEZE, this::staysBlocked, "the store of " + host.name() + " did not freeze");
        await(
                FREEZE,
                () -> !daemonRuns(host.folder().resolve("units")),
                "the control daemon of " + host.name() + " did not notice");
        run("rm -f run/outage");
    }

    /// Gives the log a reader again.
    void unwedge() throws IOException {
        shell.background(host, "exec cat run/stderr >>log/store.log");
    }

    private void run(String commandLine) throws IOException {
        try {
            if (!shell.background(host, commandLine).waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("a command of the world hangs: " + commandLine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean logs() throws IOException {
        Path log = host.folder().resolve("log/store.log");
        return Files.exists(log) && Files.size(log) > 0;
    }

    private boolean staysBlocked() throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            if (!blocked()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private boolean blocked() throws IOException {
        Path tasks = Path.of("/proc", String.valueOf(store.pid()), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("wchan")).contains("pipe_w")) {
                    return true;
                }
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Duration within, Condition condition, String otherwise)
            throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(otherwise + " within " + within.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
