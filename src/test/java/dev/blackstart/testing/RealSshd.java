package dev.blackstart.testing;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// Debian's own `sshd` with its own configuration, host key and port on loopback, as the current
/// user. Ends on `close`, by process id.
public final class RealSshd implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path directory;
    private final Process process;
    private final int port;
    private final HostKey hostKey;

    private RealSshd(Path directory, Process process, int port, HostKey hostKey) {
        this.directory = directory;
        this.process = process;
        this.port = port;
        this.hostKey = hostKey;
    }

    /// @param directory empty, for configuration, keys and log
    /// @param userKey public key file that is let in
    public static RealSshd start(Path directory, Path userKey) {
        return start(directory, userKey, "ed25519", List.of());
    }

    /// @param keyType type of the host key as `ssh-keygen -t` names it
    /// @param more further lines of sshd_config
    public static RealSshd start(Path directory, Path userKey, String keyType, List<String> more) {
        if (!Files.isExecutable(SSHD)) {
            throw new AssertionError("apt-get install openssh-server");
        }
        try {
            privileges();
            Files.createDirectories(directory);
            Path hostKey = Keygen.make(directory.resolve("host_key"), keyType, "");
            Path authorized = directory.resolve("authorized_keys");
            Files.copy(userKey, authorized);
            Files.setPosixFilePermissions(authorized, PosixFilePermissions.fromString("rw-------"));
            int port = freePort();
            Path config = directory.resolve("sshd_config");
            Files.write(config, lines(directory, hostKey, authorized, port, more));
            Process process =
                    new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("log").toFile())
                            .start();
            RealSshd sshd = new RealSshd(directory, process, port, Keygen.hostKey(hostKey));
            // also when the tests are ended half way
            Runtime.getRuntime().addShutdownHook(new Thread(sshd::close));
            sshd.awaitReady();
            return sshd;
        } catch (IOException e) {
            throw new AssertionError("sshd did not start in " + directory, e);
        }
    }

    private static void privileges() throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
    }

    private static List<String> lines(
            Path directory, Path hostKey, Path authorized, int port, List<String> more) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "ListenAddress 127.0.0.1",
                                "Port " + port,
                                "HostKey " + hostKey,
                                "AuthorizedKeysFile " + authorized,
                                "PidFile " + directory.resolve("pid"),
                                "StrictModes no",
                                "UsePAM no",
                                "PasswordAuthentication no",
                                "KbdInteractiveAuthentication no",
                                "PermitRootLogin prohibit-password",
                                "UseDNS no",
                                "MaxStartups 200",
                                "PrintMotd no",
                                "LogLevel VERBOSE",
                                "Subsystem sftp internal-sftp"));
        lines.addAll(settings(directory, more));
        return lines;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        Awaitility.await("sshd on port " + port)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(this::listening);
    }

    private boolean listening() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("sshd ended: " + log());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return socket.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }

    /// With a second shell level bash does not read the `.bashrc` of whoever runs the tests; claims
    /// and fences are kept in the server's own folder, since all servers are one machine. sshd
    /// takes the first `SetEnv` line only.
    private static List<String> settings(Path directory, List<String> more) {
        List<String> settings = new ArrayList<>();
        String environment = "SetEnv SHLVL=2";
        for (String line : more) {
            if (line.startsWith("SetEnv ")) {
                environment += " " + line.substring("SetEnv ".length());
            } else {
                settings.add(line);
            }
        }
        if (!environment.contains("BLACKSTART_CLAIMS=")) {
            environment += " BLACKSTART_CLAIMS=" + directory.resolve("claims");
        }
        settings.add(environment);
        return settings;
    }

    /// This server as a host of the inventory, with its key pinned.
    public Host host(String name) {
        return host(name, Optional.of(hostKey), Optional.empty());
    }

    public Host host(String name, Optional<HostKey> pinned, Optional<HostName> jump) {
        return new Host(
                new HostName(name),
                new Address("127.0.0.1", true),
                port,
                System.getProperty("user.name"),
                pinned,
                jump,
                Optional.empty(),
                Reach.SSH,
                Map.of());
    }

    /// An inventory with this server as its only host, whose key is pinned.
    public String inventory(String name) {
        return "hosts:\n  %s: { address: 127.0.0.1, port: %d, user: %s, host_key: \"%s %s\" }\n"
                .formatted(
                        name,
                        port(),
                        System.getProperty("user.name"),
                        hostKey().type(),
                        hostKey().base64());
    }

    public HostKey hostKey() {
        return hostKey;
    }

    public int port() {
        return port;
    }

    /// What sshd has logged so far.
    public String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The processes that serve connections; with them goes the connection.
    public List<ProcessHandle> connections() {
        return process.toHandle()
                .descendants()
                .filter(child -> serves(child.info().command().orElse("")))
                .collect(Collectors.toList());
    }

    /// Newer versions serve with `sshd-session`.
    private static boolean serves(String command) {
        return command.substring(command.lastIndexOf('/') + 1).startsWith("sshd");
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.toHandle().descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
