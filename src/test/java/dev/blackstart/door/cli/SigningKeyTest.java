package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real agent with an OpenSSH user certificate, where the site knows the authority and no key.
class SigningKeyTest {
    private static final Statement STATEMENT =
            new Statement(
                    RunId.of(1_772_000_000_000L, 1, 1),
                    new GateId(1),
                    "d1",
                    "y",
                    "",
                    "agreed",
                    "bo",
                    Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir Path folder;
    private final Map<String, String> env = new HashMap<>();
    private Path key = Path.of("");

    @BeforeEach
    void startAgent() throws Exception {
        env.put("PATH", System.getenv("PATH"));
        env.put("HOME", folder.toString());
        env.put("SSH_AUTH_SOCK", folder.resolve("agent").toString());
        Process started = new ProcessBuilder("ssh-agent", "-a", env.get("SSH_AUTH_SOCK")).start();
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        env.put("SSH_AGENT_PID", said.replaceAll("(?s).*SSH_AGENT_PID=([0-9]+);.*", "$1"));
        Keygen.make(folder.resolve("ca"), "ed25519", "");
        key = Keygen.make(folder.resolve("bo"), "ed25519", "");
    }

    @AfterEach
    void endAgent() {
        ProcessHandle.of(Long.parseLong(env.get("SSH_AGENT_PID")))
                .ifPresent(ProcessHandle::destroy);
    }

    /// @param validity as `ssh-keygen -V` takes it
    private void certify(String principal, String validity) throws Exception {
        String ca = folder.resolve("ca").toString();
        Processes.run(
                "ssh-keygen",
                "-q",
                "-s",
                ca,
                "-I",
                "x",
                "-n",
                principal,
                "-V",
                validity,
                Keygen.publicPart(key).toString());
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
        add.environment().putAll(env);
        assertThat(add.start().waitFor()).isZero();
    }

    private SiteFiles site() throws Exception {
        String[] ca = Files.readString(folder.resolve("ca.pub")).split(" ");
        return new Site(folder.resolve("site"))
                .policy("people: { bo: {}, cy: {} }\n")
                .signers("* cert-authority %s %s\n".formatted(ca[0], ca[1]))
                .files();
    }

    private SshKeygen.Result signed() throws Exception {
        Terminal terminal = new Terminal(folder, false, "");
        Surroundings surroundings =
                new Surroundings(
                        terminal.surroundings().streams(),
                        env,
                        folder,
                        Optional.empty(),
                        Clock.systemUTC(),
                        new Person("bo"),
                        handler -> {},
                        code -> {});
        Member bo = site().policy().named("bo").orElseThrow();
        return new SigningKey(surroundings, site(), bo, Optional.empty()).sign(STATEMENT);
    }

    private SshKeygen.Result checked(String principal, SshKeygen.Result signed) throws Exception {
        assertThat(signed).isInstanceOf(SshKeygen.Result.Done.class);
        return Site.keygen()
                .check(
                        principal,
                        site().signers(),
                        Optional.empty(),
                        STATEMENT,
                        ((SshKeygen.Result.Done) signed).text());
    }

    @Test
    void aCertificateOfTheAgentSignsForThePersonItNames() throws Exception {
        certify("bo", "+1d");
        SshKeygen.Result signed = signed();

        assertThat(checked("bo", signed)).isInstanceOf(SshKeygen.Result.Done.class);
        assertThat(checked("cy", signed)).isInstanceOf(SshKeygen.Result.Refused.class);
    }

    @Test
    void oneThatHasExpiredCountsForNobody() throws Exception {
        certify("bo", "-2d:-1d");

        assertThat(checked("bo", signed())).isInstanceOf(SshKeygen.Result.Refused.class);
    }

    @Test
    void withoutOneItIsSaidInOneClause() throws Exception {
        assertThat(signed())
                .isEqualTo(
                        new SshKeygen.Result.Refused(
                                "no key of your agent or your .ssh is one of bo in the allowed signers of this run; name the key with --key FILE"));
    }
}
