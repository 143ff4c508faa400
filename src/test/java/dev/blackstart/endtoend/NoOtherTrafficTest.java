package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.proof.power.Strace;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real command speaks to its hosts and to nobody else: no name service, no clock, no licence
/// or version server. Its system calls are the witnesses. (Java asks this machine's own account
/// service for the name of the user.)
class NoOtherTrafficTest {
    /// An address that `/etc/hosts` has no name for, so that whoever wants one must ask for it.
    private static final String NAMELESS = "127.0.0.2";

    private static final Pattern PORT = Pattern.compile("sin6?_port=htons\\((\\d+)\\)");
    private static final Pattern LOCAL = Pattern.compile("sun_path=\"([^\"]+)\"");

    @TempDir Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aRunContactsItsHostsOnly() throws Exception {
        Assumptions.assumeTrue(Strace.installed(), Strace.MISSING);
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims =
                List.of(
                        "SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"),
                        "ListenAddress " + NAMELESS);
        try (RealSshd host =
                RealSshd.start(folder.resolve("sshd"), Keygen.publicPart(key), "ed25519", claims)) {
            write(host);
            Process run = traced();
            assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(run.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
            String calls = Files.readString(folder.resolve("calls"));
            assertThat(PORT.matcher(calls).results().map(it -> it.group(1)).distinct())
                    .containsExactly(String.valueOf(host.port()));
            assertThat(LOCAL.matcher(calls).results().map(it -> it.group(1)).toList())
                    .noneMatch(path -> path.contains("resolve"));
        }
        assertThat(folder.resolve("done")).hasContent("once\n");
    }

    private void write(RealSshd host) throws IOException {
        Path runbook = Files.createDirectories(folder.resolve("runbooks/test"));
        Files.writeString(
                runbook.resolve("runbook.yaml"),
                """
                runbook: test
                title: A test
                steps:
                  - check: look
                    on: a
                    run: "true"
                    timeout: 20s
                    findings: { answers: exit == 0 }
                  - action: act
                    on: a
                    risk: mutate
                    requires: any(answers)
                    timeout: 20s
                    run: "echo once >> %s/done"
                """
                        .formatted(folder));
        Files.writeString(
                folder.resolve("runbooks/inventory.yaml"),
                "hosts:\n  a: { address: %s, port: %d, user: %s, host_key: \"%s %s\" }\n"
                        .formatted(
                                NAMELESS,
                                host.port(),
                                System.getProperty("user.name"),
                                host.hostKey().type(),
                                host.hostKey().base64()));
    }

    private Process traced() throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "strace",
                                "-f",
                                "-qq",
                                "-e",
                                "trace=connect,sendto,sendmsg,sendmmsg",
                                "-o",
                                folder.resolve("calls").toString()));
        command.addAll(OwnJava.program());
        command.addAll(List.of("run", "test", "--yes"));
        command.addAll(
                List.of(
                        "--journal", folder.resolve("journal").toString(),
                        "--runbooks", folder.resolve("runbooks").toString(),
                        "--identity", folder.resolve("key").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("SSH_AUTH_SOCK");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
