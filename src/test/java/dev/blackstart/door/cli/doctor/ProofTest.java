package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, started again with everything around cut off.
class ProofTest {
    @TempDir Path folder;

    private Map<String, String> env() {
        return Map.of(
                "PATH",
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "HOME",
                folder.toString());
    }

    private Proof proof() {
        return new Proof(OwnJava.program(), env(), folder, Instant.now());
    }

    private Isolation isolation() throws IOException {
        Path script = folder.resolve("cut.sh");
        try (InputStream in = Proof.class.getResourceAsStream("cut.sh")) {
            assertThat(in).isNotNull();
            Files.copy(in, script);
        }
        Path dead = Files.createFile(folder.resolve("dead.conf"));
        return new Isolation(script, dead, env(), folder.resolve("cut.log"));
    }

    @Test
    void aChildThatIsCutOffHasLoopbackAndNoNames() throws IOException {
        Isolation.Found found = isolation().found(true);
        assumeTrue(found instanceof Isolation.Found.Possible, found::toString);
        List<String> look = new ArrayList<>(((Isolation.Found.Possible) found).before());
        look.addAll(List.of("sh", "-c", "cat /etc/resolv.conf; grep : /proc/net/dev; ip -o route"));
        Child.Said said = new Child(env(), folder.resolve("log"), Duration.ofSeconds(20)).run(look);
        assertThat(said.lines()).singleElement().asString().startsWith("lo:");
    }

    @Test
    void itStartsDiagnosesAndReadsAndLeavesNothing() throws IOException {
        Path runbooks = Path.of("src/test/resources/cli/runbooks").toAbsolutePath();
        List<Dependency> found = proof().alone(List.of("--runbooks", runbooks.toString()));
        assertThat(found)
                .as(found.toString())
                .hasSize(3)
                .noneMatch(it -> it.grade() == Grade.FALLS);
        assertThat(found.getFirst().says()).contains("diagnosed two hosts of its own over SSH");
        assertThat(found.getLast().says())
                .isEqualTo(
                        "A child whose clock said 1970, and one whose clock was five years ahead, diagnosed two hosts of its own, too.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aChildThatFailsIsADefectAndSaysItsLastWord() {
        List<Dependency> found =
                new Proof(
                                List.of("/bin/sh", "-c", "echo no such thing; exit 9"),
                                env(),
                                folder,
                                Instant.now())
                        .alone(List.of());
        assertThat(found).allMatch(it -> it.grade() == Grade.FALLS);
        assertThat(found.getFirst().says()).endsWith("ended with exit code 9: no such thing");
    }

    @Test
    void realHostsAreReachedWithoutANameService() throws IOException {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        Path pub = Path.of(key + ".pub");
        try (RealSshd sshd = RealSshd.start(folder.resolve("sshd"), pub)) {
            Path inventory = folder.resolve("inventory.yaml");
            Host host = sshd.host("web1");
            HostKey pinned = host.hostKey().orElseThrow();
            String there =
                    """
                    hosts:
                      web1: { address: %s, port: %d, user: %s, identity: %s, host_key: "%s %s" }
                    """
                            .formatted(
                                    host.address(),
                                    host.port(),
                                    host.user(),
                                    key,
                                    pinned.type(),
                                    pinned.base64());
            Files.writeString(inventory, there);
            List<String> reading = List.of("--inventory", inventory.toString());
            assertThat(proof().reach(reading))
                    .singleElement()
                    .satisfies(it -> assertThat(it.grade()).as(it.says()).isEqualTo(Grade.STANDS));
            Files.writeString(
                    inventory, there + "  gone: { address: 127.0.0.1, port: 1, user: ops }\n");
            assertThat(proof().reach(reading))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.grade()).isEqualTo(Grade.FALLS);
                        assertThat(it.says()).contains("nothing from gone.");
                    });
        }
    }
}
