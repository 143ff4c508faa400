package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An `ssh_config` is read as OpenSSH reads it, and nothing in it is started.
class SshConfigTest {
    private static final Path CORPUS = Path.of("src/test/resources/ssh-config");

    @TempDir Path folder;

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted(Comparator.naturalOrder()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void agreesWithOpenSsh(Path file) throws Exception {
        SshConfig config = accepted(file);
        var hosts = new ArrayList<>(config.aliases());
        assertThat(hosts).isNotEmpty();
        hosts.addAll(List.of("elsewhere", "web9.example.com", "WEB9", "db-7"));
        hosts.removeIf(host -> host.contains(" ")); // OpenSSH itself refuses to be asked for it
        for (String host : hosts) {
            assertThat(said(config.entry(host))).as(file + " " + host).isEqualTo(asked(file, host));
        }
    }

    /// The five keys as `ssh -G` prints them; what nobody named is left out on both sides.
    private static List<String> said(SshEntry entry) {
        var lines = new ArrayList<String>();
        lines.add("hostname " + entry.hostName());
        entry.identities().forEach(path -> lines.add("identityfile " + path));
        lines.add("port " + entry.port().orElse(22));
        entry.jump().ifPresent(jump -> lines.add("proxyjump " + jump));
        lines.add("user " + entry.user().orElse(System.getProperty("user.name")));
        return lines;
    }

    private List<String> asked(Path file, String host) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process ssh =
                new ProcessBuilder("ssh", "-G", "-F", file.toString(), host)
                        .redirectOutput(out.toFile())
                        .redirectErrorStream(true)
                        .start();
        assertThat(ssh.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ssh.exitValue()).as(Files.readString(out)).isZero();
        boolean named = Files.readString(file).toLowerCase(Locale.ROOT).contains("identityfile");
        List<String> lines =
                Files.readAllLines(out).stream()
                        .filter(line ->
                                line.matches("(hostname|user|port|proxyjump|identityfile) .*"))
                        .filter(line -> named || !line.startsWith("identityfile"))
                        .toList();
        return Stream.of("hostname", "identityfile", "port", "proxyjump", "user")
                .flatMap(key -> lines.stream().filter(line -> line.startsWith(key + " ")))
                .toList();
    }

    @Test
    void saysWhatItDoesNotFollow() {
        SshConfig config =
                accepted(
                        """
                        Include conf.d/*
                        Host a
                          ProxyCommand nc %h %p
                          LocalCommand touch /tmp/x
                        Match exec "touch /tmp/y"
                          User evil
                        Match user root
                          Port 1
                        Match host a
                          Port 7
                        """);
        assertThat(config.leftOut()).extracting(Problem::toString).hasSize(5);
        assertThat(config.leftOut())
                .extracting(problem -> problem.position().line())
                .containsExactly(1, 3, 4, 5, 7);
        assertThat(config.entry("a").user()).isEmpty();
        assertThat(config.entry("a").port()).contains(7);
        assertThat(config.entry("a").command()).contains(3);
    }

    @Test
    void hostileTextIsRefusedOrHarmless() {
        assertThat(SshConfig.read("x", "Host a\n  User \u001b[2J\n"))
                .isInstanceOf(Read.Refused.class);
        assertThat(SshConfig.read("x", "Host a\u202e\n")).isInstanceOf(Read.Refused.class);
        assertThat(accepted("Host \"open\n").aliases()).isEmpty();
        assertThat(accepted("Host a\nPort 99999\nPort x\nUser\n=\n\"\nPort=7\n").entry("a").port())
                .contains(7);
        String stars = "Host " + "*a".repeat(20_000) + "\n  Port 1\n";
        assertThat(accepted(stars).entry("b".repeat(2_000)).port()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = folder.resolve("config");
        Files.write(file, new byte[] {'H', 'o', 's', 't', ' ', (byte) 0xC3, 0x28});
        assertThat(SshConfig.read(file)).isInstanceOf(Read.Refused.class);
        Files.writeString(file, "#".repeat(1024 * 1024 + 1), StandardCharsets.UTF_8);
        assertThat(SshConfig.read(file)).isInstanceOf(Read.Refused.class);
        assertThat(SshConfig.read(folder.resolve("none"))).isInstanceOf(Read.Refused.class);
    }

    private static SshConfig accepted(Path file) {
        return taken(SshConfig.read(file));
    }

    private static SshConfig accepted(String text) {
        return taken(SshConfig.read("config", text));
    }

    private static SshConfig taken(Read<SshConfig> read) {
        assertThat(read.problems()).isEmpty();
        return ((Read.Accepted<SshConfig>) read).value();
    }
}
