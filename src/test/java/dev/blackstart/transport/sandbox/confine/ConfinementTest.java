package dev.blackstart.transport.sandbox.confine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tries to get out, as root and as an ordinary user. Nothing tried here would hurt if a guard were
/// broken: signal 0, a process of the test's own, a reboot call with the wrong magic number.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ConfinementTest {
    enum As {
        /// whoever runs the tests; in CI and on a bastion often root
        CALLER,
        /// the user nobody
        ORDINARY
    }

    private Path outside;
    private Path folder;

    @BeforeEach
    void folders() throws IOException {
        outside = Files.createTempDirectory(Path.of("/tmp"), "confinement-");
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwxrwxrwx"));
        folder = Files.createDirectory(outside.resolve("world"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        copyClasses();
    }

    @AfterEach
    void remove() throws IOException {
        try (Stream<Path> all = Files.walk(outside)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void files_outside_are_neither_written_nor_removed_nor_changed(As as) throws Exception {
        Path file = Files.writeString(outside.resolve("file"), "as it was");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        var modified = Files.getLastModifiedTime(file);
        String said =
                tryOut(
                        as,
                        "echo inside >made && cat made; echo x >%1$s; rm -f %1$s; mv %1$s %1$s.moved; mv %1$s .;"
                                        .formatted(file)
                                + " ln %1$s linked; chmod 000 %1$s; touch -d 2001-01-01 %1$s; mkdir %1$s.d;"
                                        .formatted(file)
                                + " perl -e 'truncate($ARGV[0], 0) or print \"truncate: $!\\n\"' %s; cat %1$s"
                                        .formatted(file));
        assertThat(said).startsWith("inside\n");
        assertThat(file).hasContent("as it was");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
        try (Stream<Path> left = Files.list(outside)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("file", "world", "classes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void files_of_people_are_not_read(As as) throws Exception {
        Path file = Files.writeString(outside.resolve("file"), "a secret");
        assertThat(tryOut(as, "cat " + file)).doesNotContain("a secret");
    }

    @ParameterizedTest
    @EnumSource
    void processes_outside_are_not_signalled(As as) throws Exception {
        List<String> sleep = new ArrayList<>(as(as));
        sleep.addAll(List.of("sleep", "50"));
        Process victim = new ProcessBuilder(sleep).start();
        try {
            String said =
                    tryOut(
                            as,
                            "kill -9 %1$d; kill -s 0 -- -1; kill -0 %1$d || echo not even seen; cat /proc/%1$d/environ"
                                    .formatted(victim.pid()));
            assertThat(said).contains("not even seen").doesNotContain("PATH=");
            assertThat(victim.isAlive()).isTrue();
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_machine_is_not_rebooted(As as) throws Exception {
        // 169 is reboot on x86_64, 142 on aarch64; with the magic numbers 0 and 0 an unguarded root
        // gets EINVAL
        int number = System.getProperty("os.arch").equals("aarch64") ? 142 : 169;
        assertThat(
                        tryOut(
                                as,
                                "perl -e 'syscall(%d, 0, 0, 0, 0) == -1 and print \"refused: $!\\n\"'"
                                        .formatted(number)))
                .contains("refused: Operation not permitted");
        assertThat(
                        tryOut(
                                as,
                                "echo h >/proc/sysrq-trigger-nothing 2>&1; test -w /proc/sysrq-trigger || echo shut"))
                .contains("shut");
    }

    @ParameterizedTest
    @EnumSource
    void sockets_are_not_reached(As as) throws Exception {
        Path socket = outside.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
            String program =
                    "use Socket; for my $family (AF_UNIX, AF_INET, 16, 17) {"
                            + " print socket(my $s, $family, SOCK_STREAM, 0) ? \"open\\n\" : \"refused $!\\n\" }";
            assertThat(tryOut(as, "perl -e '" + program + "'"))
                    .doesNotContain("open")
                    .contains("refused Operation not permitted");
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_rights_are_left(As as) throws Exception {
        assertThat(
                        tryOut(
                                as,
                                "grep -E '^(Uid|CapEff|CapPrm|NoNewPrivs|Seccomp):' /proc/self/status"))
                .contains("CapPrm:\t0000000000000000", "CapEff:\t0000000000000000")
                .contains("NoNewPrivs:\t1", "Seccomp:\t2")
                .doesNotContain("Uid:\t0");
    }

    @ParameterizedTest
    @EnumSource
    void namespaces_and_mounts_are_not_made(As as) throws Exception {
        assertThat(tryOut(as, "unshare -Ur true && echo made; unshare -m true && echo made"))
                .doesNotContain("made\n");
    }

    @ParameterizedTest
    @EnumSource
    void processes_inside_see_and_signal_each_other(As as) throws Exception {
        assertThat(
                        tryOut(
                                as,
                                "sleep 50 & P=$!; until [ \"$(cat /proc/$P/wchan)\" != 0 ]; do :; done;"
                                        + " cat /proc/$P/wchan; echo; ls /proc/$P/fd >/dev/null && kill $P;"
                                        + " wait $P; echo status $?"))
                .contains("nanosleep")
                .contains("status 143");
    }

    private String tryOut(As as, String commandLine) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(as(as));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", outside.resolve("classes").toString()));
        command.addAll(List.of(ConfinementProbe.class.getName(), folder.toString(), commandLine));
        Process process =
                new ProcessBuilder(command)
                        .directory(new java.io.File("/"))
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /// Only root can become somebody else; others are ordinary already.
    private static List<String> as(As as) throws IOException {
        boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        return as == As.ORDINARY && root
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
                : List.of();
    }

    /// An ordinary user may not be able to read the build's own folder.
    private void copyClasses() throws IOException {
        Path classes = outside.resolve("classes");
        for (Class<?> probe : List.of(Confinement.class, ConfinementProbe.class)) {
            String place = probe.getPackageName().replace('.', '/');
            Path from =
                    Path.of(
                            java.net.URI.create(
                                    probe.getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toString()));
            Path to = Files.createDirectories(classes.resolve(place));
            try (Stream<Path> files = Files.list(from.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file,
                            to.resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
