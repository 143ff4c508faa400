package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {
    private SshLab lab;

    @BeforeEach
    void start(@TempDir Path directory) {
        lab = new SshLab(directory);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({"ed25519,''", "ed25519,open sesame", "ecdsa,open sesame", "rsa,''"})
    void aKeyFileLetsUsIn(String type, String passphrase) {
        Path key = Keygen.make(lab.path("key"), type, passphrase);
        assertThat(with(key, passphrase)).isInstanceOf(Completion.Exited.class);
    }

    @Test
    void aWrongPassphraseIsNamed() {
        Path key = Keygen.make(lab.path("key"), "ed25519", "open sesame");
        RealSshd sshd = lab.server("ed25519", Keygen.publicPart(key));
        Calls calls = lab.calls(settings(List.of(key), Optional.empty(), "wrong"));
        Completion.Unreachable refused =
                (Completion.Unreachable) calls.run(Calls.request(sshd.host("web1"), "true"));
        assertThat(refused.cause()).isEqualTo(Completion.Cause.NO_KEY);
        assertThat(refused.reason()).contains(key + " cannot be read as a key");
    }

    @Test
    void aKeyTheServerDoesNotKnowIsNamed() {
        RealSshd sshd = lab.server();
        Path other = Keygen.make(lab.path("other"), "ed25519", "");
        Calls calls = lab.calls(settings(List.of(other), Optional.empty(), ""));
        Completion.Unreachable refused =
                (Completion.Unreachable) calls.run(Calls.request(sshd.host("web1"), "true"));
        assertThat(refused)
                .isEqualTo(
                        new Completion.Unreachable(
                                Completion.Cause.AUTHENTICATION,
                                "the server takes no key for %s on 127.0.0.1:%d; offered were %s"
                                        .formatted(
                                                System.getProperty("user.name"),
                                                sshd.port(),
                                                other)));
    }

    @Test
    void aShortRsaKeyIsNotOffered() {
        Path key = Keygen.make(lab.path("key"), "rsa:1024", "");
        assertThat(((Completion.Unreachable) with(key, "")).reason())
                .contains("is an RSA key of fewer than 2048 bits");
    }

    @ParameterizedTest
    @CsvSource({"ed25519", "rsa", "ecdsa"})
    void theAgentLetsUsIn(String type) {
        Path key = Keygen.make(lab.path("key"), type, "");
        Path socket = lab.path("agent");
        String said = Processes.run("ssh-agent", "-a", socket.toString());
        long agent = Long.parseLong(said.replaceAll("(?s).*SSH_AGENT_PID=([0-9]+).*", "$1"));
        try {
            Processes.run("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString());
            RealSshd sshd = lab.server("ed25519", Keygen.publicPart(key));
            Calls calls = lab.calls(settings(List.of(), Optional.of(socket), ""));
            assertThat(calls.run(Calls.request(sshd.host("web1"), "true")))
                    .isInstanceOf(Completion.Exited.class);
        } finally {
            ProcessHandle.of(agent).ifPresent(ProcessHandle::destroy);
        }
    }

    /// The links that are open go on; no other identity takes its place.
    @Test
    void anAgentThatGoesAwayIsNoWordAboutTheHost() throws Exception {
        Path key = Keygen.make(lab.path("key"), "ed25519", "");
        Path socket = lab.path("agent");
        String said = Processes.run("ssh-agent", "-a", socket.toString());
        long agent = Long.parseLong(said.replaceAll("(?s).*SSH_AGENT_PID=([0-9]+).*", "$1"));
        RealSshd first = lab.server("ed25519", Keygen.publicPart(key));
        RealSshd second = lab.server("ed25519", Keygen.publicPart(key));
        Calls calls = lab.calls(settings(List.of(), Optional.of(socket), ""));
        try {
            Processes.run("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString());
            assertThat(calls.run(Calls.request(first.host("web1"), "true")))
                    .isInstanceOf(Completion.Exited.class);
        } finally {
            ProcessHandle.of(agent).ifPresent(ProcessHandle::destroy);
        }
        await().until(() -> ProcessHandle.of(agent).isEmpty());
        assertThat(calls.run(Calls.request(first.host("web1"), "true")))
                .isInstanceOf(Completion.Exited.class);
        assertThat(calls.run(Calls.request(second.host("web2"), "true")))
                .isInstanceOfSatisfying(
                        Completion.Unreachable.class,
                        it -> {
                            assertThat(it.cause()).isEqualTo(Completion.Cause.CREDENTIAL);
                            assertThat(it.reason()).contains("ssh-agent does not answer");
                        });
    }

    private Completion with(Path key, String passphrase) {
        RealSshd sshd = lab.server("ed25519", Keygen.publicPart(key), "RequiredRSASize 1024");
        Calls calls = lab.calls(settings(List.of(key), Optional.empty(), passphrase));
        return calls.run(Calls.request(sshd.host("web1"), "true"));
    }

    private SshSettings settings(List<Path> identities, Optional<Path> agent, String passphrase) {
        SshSettings base = lab.settings();
        return new SshSettings(
                base.home(),
                identities,
                base.knownHosts(),
                agent,
                path -> Optional.of(passphrase.toCharArray()),
                base.keepAlive(),
                base.connections(),
                base.backOff(),
                base.largestFetch());
    }
}
