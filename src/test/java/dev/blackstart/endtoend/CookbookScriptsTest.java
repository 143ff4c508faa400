package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts of the cookbook, really run: in folders, and against servers on loopback.
class CookbookScriptsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    private record Ran(int exit, String out) {}

    private Ran run(String script, Map<String, String> env) {
        try {
            Path path = Path.of("runbooks", script).toAbsolutePath();
            String shell = script.endsWith(".py") ? "python3" : "/bin/sh";
            ProcessBuilder builder = new ProcessBuilder(shell, path.toString());
            builder.environment().putAll(env);
            builder.directory(folder.toFile()).redirectErrorStream(true);
            Process process = builder.start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void openssl(String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = "openssl";
        System.arraycopy(words, 0, command, 1, words.length);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("openssl.log").toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("openssl.log"))).isZero();
    }

    /// Good from 2020 to 2024.
    private void expired() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("ca.cnf"),
                """
                [ca]
                default_ca=d
                [d]
                dir=.
                new_certs_dir=.
                database=index.txt
                serial=serial
                default_md=sha256
                policy=p
                [p]
                commonName=supplied
                """);
        Files.writeString(folder.resolve("index.txt"), "");
        Files.writeString(folder.resolve("serial"), "01\n");
        openssl(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "r.csr",
                "-subj",
                "/CN=shop.example.org");
        openssl(
                "ca",
                "-batch",
                "-config",
                "ca.cnf",
                "-selfsign",
                "-keyfile",
                "key.pem",
                "-in",
                "r.csr",
                "-out",
                "old.pem",
                "-startdate",
                "20200101000000Z",
                "-enddate",
                "20240101000000Z");
    }

    @Test
    void anExpiredCertificateIsToldFromAFreshOne() throws Exception {
        expired();
        openssl(
                "req",
                "-x509",
                "-key",
                "key.pem",
                "-out",
                "fresh.pem",
                "-days",
                "30",
                "-subj",
                "/CN=shop.example.org");
        assertThat(
                        run(
                                        "certificate-expired/scripts/on-disk.sh",
                                        Map.of("CERTIFICATE", "old.pem"))
                                .out())
                .contains("\"days_left\": -");
        assertThat(
                        run(
                                        "certificate-expired/scripts/on-disk.sh",
                                        Map.of("CERTIFICATE", "fresh.pem"))
                                .out())
                .containsPattern("\"days_left\": (29|30),");
        assertThat(
                        run(
                                        "certificate-expired/scripts/on-disk.sh",
                                        Map.of("CERTIFICATE", "none.pem"))
                                .exit())
                .isNotZero();
    }

    @Test
    void theCertificateIsReadFromTheServer() throws Exception {
        expired();
        int port = freePort();
        Process server =
                new ProcessBuilder(
                                "openssl",
                                "s_server",
                                "-accept",
                                "127.0.0.1:" + port,
                                "-cert",
                                "old.pem",
                                "-key",
                                "key.pem",
                                "-quiet")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile())
                        .start();
        try {
            awaitPort(port);
            Ran ran =
                    run(
                            "certificate-expired/scripts/served.sh",
                            Map.of("NAME", "shop.example.org", "PORT", Integer.toString(port)));
            assertThat(ran.out()).contains("\"days_left\": -").contains("\"serial\": \"01\"");
        } finally {
            server.destroyForcibly();
        }
        assertThat(
                        run(
                                        "certificate-expired/scripts/served.sh",
                                        Map.of("NAME", "x", "PORT", Integer.toString(freePort())))
                                .exit())
                .isEqualTo(4);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws IOException {
        Instant limit = Instant.now().plusSeconds(20);
        while (true) {
            try (var _ = new Socket(HERE, port)) {
                return;
            } catch (IOException e) {
                if (Instant.now().isAfter(limit)) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aDeletedFileThatIsHeldOpenIsFound() throws IOException {
        Path file = folder.resolve("held.log");
        try (FileChannel held =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            held.write(java.nio.ByteBuffer.wrap(new byte[4_000_000]));
            held.force(true);
            Files.delete(file);
            Map<String, String> env = Map.of("MOUNT", folder.toString());
            assertThat(run("disk-full/scripts/held-files.sh", env).out())
                    .contains("4000000 " + ProcessHandle.current().pid())
                    .contains("held.log (deleted)");
            String space = run("disk-full/scripts/space.sh", env).out();
            assertThat(space).containsPattern("\"deleted_bytes\": [4-9][0-9]{6,}");
            assertThat(space)
                    .containsPattern("\"used_percent\": [0-9]+, \"inodes_percent\": [0-9]+");
        }
    }

    @Test
    void onlyOldFilesOfASpoolAreDropped() throws IOException {
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Path old = Files.writeString(spool.resolve("old"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
        Path young = Files.writeString(spool.resolve("young"), "x");
        Map<String, String> env =
                Map.of("MOUNT", folder.toString(), "SPOOL", spool.toString(), "OLDER_DAYS", "7");
        assertThat(run("inodes-exhausted/scripts/inodes.sh", env).out())
                .contains("\"old_files\": 1");
        assertThat(run("inodes-exhausted/scripts/old-files.sh", env).out())
                .contains(old.toString())
                .endsWith("1 files\n");
        assertThat(run("inodes-exhausted/scripts/drop-old-files.sh", env).exit()).isZero();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aSystemDirectoryIsNoSpool() {
        assertThat(
                        run(
                                "inodes-exhausted/scripts/drop-old-files.sh",
                                Map.of("SPOOL", "/usr/../var/lib", "OLDER_DAYS", "3650")))
                .isEqualTo(
                        new Ran(
                                3,
                                "/usr/../var/lib is no spool; name the directory that holds the files\n"));
    }

    @Test
    void resolvConfIsPutBackUnlessSomebodyElseWroteIt() throws IOException {
        Path conf = Files.writeString(folder.resolve("resolv.conf"), "nameserver 192.0.2.53\n");
        Map<String, String> env = Map.of("RESOLV_CONF", conf.toString(), "EMERGENCY", "192.0.2.99");
        assertThat(run("dns-resolver-dead/scripts/use-emergency.sh", env).exit()).isZero();
        assertThat(run("dns-resolver-dead/scripts/use-emergency.sh", env).exit()).isZero();
        assertThat(conf).content().contains("nameserver 192.0.2.99").doesNotContain("2.53");
        assertThat(run("dns-resolver-dead/scripts/restore.sh", env).exit()).isZero();
        assertThat(conf).hasContent("nameserver 192.0.2.53\n");
        run("dns-resolver-dead/scripts/use-emergency.sh", env);
        Files.writeString(conf, "nameserver 192.0.2.1\n");
        assertThat(run("dns-resolver-dead/scripts/restore.sh", env).exit()).isEqualTo(3);
        assertThat(conf).hasContent("nameserver 192.0.2.1\n");
    }

    @Test
    void aResolverIsAskedWithoutDig() throws IOException {
        try (DatagramSocket resolver = new DatagramSocket(0, HERE)) {
            Thread.ofPlatform().daemon().start(() -> echo(resolver));
            Map<String, String> env =
                    Map.of(
                            "RESOLVER",
                            HERE.getHostAddress(),
                            "RESOLVER_PORT",
                            Integer.toString(resolver.getLocalPort()));
            assertThat(run("dns-resolver-dead/scripts/ask.py", env).exit()).isZero();
        }
        Map<String, String> nobody =
                Map.of("RESOLVER", HERE.getHostAddress(), "RESOLVER_PORT", "1");
        assertThat(run("dns-resolver-dead/scripts/ask.py", nobody).exit()).isEqualTo(1);
    }

    /// Answers every question with itself, marked as an answer without an error.
    private static void echo(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                socket.receive(packet);
                packet.getData()[2] |= (byte) 0x80;
                socket.send(packet);
            }
        } catch (IOException e) {
            // the test has closed it
        }
    }

    @Test
    void aGreetingIsWaitedForAndAClosedPortIsTold() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, HERE)) {
            Thread.ofPlatform().daemon().start(() -> greet(server));
            String open = Integer.toString(server.getLocalPort());
            String closed = Integer.toString(freePort());
            assertThat(greeting(open, closed))
                    .contains("\"connects\": true")
                    .contains("\"greeting\": \"SSH-2.0-Here\"")
                    .contains("\"other_connects\": false");
            assertThat(greeting(closed, open))
                    .contains("\"connects\": false")
                    .contains("\"other_connects\": true");
            assertThat(port(open)).isZero();
            assertThat(port(closed)).isNotZero();
        }
    }

    private String greeting(String port, String other) {
        return run(
                        "ssh-unreachable-or-slow/scripts/greeting.sh",
                        Map.of("SUSPECT", HERE.getHostAddress(), "PORT", port, "OTHER_PORT", other))
                .out();
    }

    private int port(String port) {
        return run(
                        "unit-flapping/scripts/port.sh",
                        Map.of("TARGET", HERE.getHostAddress(), "PORT", port))
                .exit();
    }

    private static void greet(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getOutputStream()
                            .write("SSH-2.0-Here\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // the test has closed it
        }
    }

    @Test
    void aMountIsToldFromADirectory() {
        assertThat(run("stuck-mount/scripts/mount.sh", Map.of("MOUNT", "/proc")).out())
                .contains("\"mounted\": true, \"answers\": true, \"type\": \"proc\"");
        assertThat(run("stuck-mount/scripts/mount.sh", Map.of("MOUNT", folder.toString())).out())
                .contains("\"mounted\": false");
    }
}
