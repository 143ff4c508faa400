package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostKeyTest {
    private SshLab lab;

    @BeforeEach
    void start(@TempDir Path directory) {
        lab = new SshLab(directory);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void anUnknownHostIsRefusedWithTheLineThatAcceptsIt() {
        RealSshd sshd = lab.server();
        assertThat(refusal(sshd, unpinned(sshd)))
                .isEqualTo(
                        """
                        The host key of web1 (127.0.0.1:%d) is not known; it shows ssh-ed25519 %s.
                        Compare that with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the host's own console; if they are equal, add this line under web1 in inventory.yaml:
                          host_key: ssh-ed25519 %s\
                        """
                                .formatted(
                                        sshd.port(),
                                        sshd.hostKey().fingerprint(),
                                        sshd.hostKey().base64()));
    }

    @Test
    void aChangedKeyIsRefusedBeforeAnythingOfOursIsOffered() {
        RealSshd sshd = lab.server();
        HostKey other = Keygen.hostKey(Keygen.make(lab.path("other"), "ed25519", ""));
        assertThat(refusal(sshd, sshd.host("web1", Optional.of(other), Optional.empty())))
                .contains("has changed: known is ssh-ed25519 " + other.fingerprint())
                .contains("it shows ssh-ed25519 " + sshd.hostKey().fingerprint())
                .doesNotContain("nothing was sent"); // a receipt may be what was asked for
        assertThat(sshd.log()).doesNotContain("publickey").doesNotContain("Failed");
    }

    @Test
    void aKeyOfAnotherTypeThanTheKnownOneIsChangedAndNotUnknown() {
        RealSshd sshd = lab.server("rsa", Keygen.publicPart(lab.userKey));
        HostKey known = Keygen.hostKey(Keygen.make(lab.path("other"), "ed25519", ""));
        assertThat(refusal(sshd, sshd.host("web1", Optional.of(known), Optional.empty())))
                .contains("has changed")
                .contains("it shows ssh-rsa ");
    }

    @Test
    void theKnownTypeIsAskedForWhereAServerHasSeveral() {
        Path rsa = Keygen.make(lab.path("host_rsa"), "rsa", "");
        RealSshd sshd = lab.server("HostKey " + rsa);
        Host host = sshd.host("web1", Optional.of(Keygen.hostKey(rsa)), Optional.empty());
        assertThat(lab.calls().run(Calls.request(host, "true")))
                .isInstanceOf(Completion.Exited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "ecdsa:384", "ecdsa:521", "rsa"})
    void aPinnedKeyOfAnyModernTypeIsTrusted(String type) {
        RealSshd sshd = lab.server(type, Keygen.publicPart(lab.userKey));
        assertThat(lab.calls().run(Calls.request(sshd.host("web1"), "true")))
                .isInstanceOf(Completion.Exited.class);
    }

    @Test
    void aShortRsaHostKeyIsRefused() {
        RealSshd sshd =
                lab.server("rsa:1024", Keygen.publicPart(lab.userKey), "RequiredRSASize 1024");
        assertThat(refusal(sshd, sshd.host("web1"))).contains("fewer than 2048 bits");
    }

    @Test
    void aHashedKnownHostsFileOfOpenSshIsRead() throws IOException {
        RealSshd sshd = lab.server();
        knownHosts(place(sshd) + " " + words(sshd.hostKey()));
        Processes.run("ssh-keygen", "-q", "-H", "-f", lab.path("known_hosts").toString());
        assertThat(Files.readString(lab.path("known_hosts"))).startsWith("|1|");
        assertThat(lab.calls().run(Calls.request(unpinned(sshd), "true")))
                .isInstanceOf(Completion.Exited.class);
    }

    @Test
    void revokedWinsOverAPinnedKey() throws IOException {
        RealSshd sshd = lab.server();
        knownHosts("@revoked * " + words(sshd.hostKey()));
        assertThat(refusal(sshd, sshd.host("web1"))).contains("is revoked in known_hosts");
    }

    @Test
    void revokedWinsOverALineThatComesLater() throws IOException {
        RealSshd sshd = lab.server();
        knownHosts(
                "@revoked * "
                        + words(sshd.hostKey())
                        + "\n"
                        + place(sshd)
                        + " "
                        + words(sshd.hostKey()));
        assertThat(refusal(sshd, unpinned(sshd))).contains("is revoked in known_hosts");
    }

    @Test
    void aDamagedFileIsRefusedWithItsLineNumber() throws IOException {
        RealSshd sshd = lab.server();
        knownHosts(
                "# ours\n" + place(sshd) + " " + words(sshd.hostKey()) + "\nweb2 ssh-ed25519 AAAA");
        assertThat(refusal(sshd, unpinned(sshd)))
                .isEqualTo(
                        "The host key of web1 (127.0.0.1:%d) cannot be looked up: %s:3 is not a known_hosts line, so nothing in this file is trusted; correct or remove the line."
                                .formatted(sshd.port(), lab.path("known_hosts")));
    }

    private static Host unpinned(RealSshd sshd) {
        return sshd.host("web1", Optional.empty(), Optional.empty());
    }

    private static String place(RealSshd sshd) {
        return "[127.0.0.1]:" + sshd.port();
    }

    private static String words(HostKey key) {
        return key.type() + " " + key.base64();
    }

    private void knownHosts(String text) throws IOException {
        Files.writeString(lab.path("known_hosts"), text + "\n");
    }

    private String refusal(RealSshd sshd, Host host) {
        Completion.Unreachable refused =
                (Completion.Unreachable)
                        lab.calls().run(Calls.repeatable(Calls.request(host, "true")));
        assertThat(refused.cause()).isEqualTo(Completion.Cause.HOST_KEY);
        assertThat(sshd.log()).doesNotContain("Accepted");
        return refused.reason();
    }
}
