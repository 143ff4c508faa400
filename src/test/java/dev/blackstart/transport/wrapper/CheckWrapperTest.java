package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Prepared;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class CheckWrapperTest {
    private final LocalShell shell;
    private final Path directory;

    CheckWrapperTest(String shell, @TempDir Path directory) {
        this.shell = new LocalShell(shell, directory);
        this.directory = directory;
    }

    @Test
    void aCommandSeesItsEnvironmentAndNoInput() {
        Completion.Exited exited =
                run(
                        Samples.run(
                                "cat; printf '%s|%s|%s' \"$TARGET\" \"$LC_ALL\" \"$SYSTEMD_PAGER\"; exit 3"));
        assertThat(exited.status()).isEqualTo(3);
        assertThat(exited.stdout().text()).isEqualTo("it's a \"quoted\" $(value)\n`x`|C|");
    }

    @Test
    void aScriptIsSentAsTextWithItsNameAndInterpreter() {
        Prepared bash = Samples.script("#!/usr/bin/env bash\na=(1 2); echo \"$0 ${#a[@]}\"");
        assertThat(run(bash).stdout().text()).isEqualTo("scripts/it.sh 2\n");
    }

    @Test
    void aLongScriptWithQuotesArrivesWhole() {
        String text = "# it's long\n".repeat(4000) + "echo 'end'\n";
        assertThat(run(Samples.script(text)).stdout().text()).isEqualTo("end\n");
    }

    @Test
    void whatNoHostCouldTakeIsRefused() {
        assertThatThrownBy(() -> CheckCommand.line(Samples.script("'".repeat(40_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a host takes at most 131,071");
        assertThatThrownBy(() -> CheckCommand.line(Samples.script("#!/usr/bin/ruby\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scripts/it.sh names the interpreter /usr/bin/ruby");
    }

    @Test
    void sudoGetsTheEnvironmentInside() throws IOException {
        Path sudo = directory.resolve("sudo");
        Files.writeString(
                sudo,
                "#!/bin/sh\n[ \"$1 $2\" = '-n --' ] || exit 9\nshift 2\nexec env -i PATH=\"$PATH\" \"$@\"\n");
        assertThat(sudo.toFile().setExecutable(true)).isTrue();
        Prepared plain = Samples.run("echo \"$TARGET\"");
        Prepared elevated =
                new Prepared(
                        plain.host(),
                        plain.label(),
                        plain.text(),
                        Map.of("TARGET", "x y"),
                        true,
                        Optional.empty(),
                        plain.timeout(),
                        plain.outputLimit());
        String line = "PATH=" + directory + ":$PATH; export PATH; " + CheckCommand.line(elevated);
        assertThat(((Completion.Exited) shell.run(line)).stdout().text()).isEqualTo("x y\n");
        Claim claim = Samples.claim();
        String act =
                "PATH="
                        + directory
                        + ":$PATH; export PATH; "
                        + ActionCommand.line(elevated, claim)
                                .replace(
                                        "env PAGER",
                                        "env BLACKSTART_CLAIMS=" + shell.claims() + " PAGER");
        assertThat(((ActionReply.Exited) ActionReply.of(shell.run(act), claim)).stdout().text())
                .isEqualTo("x y\n");
    }

    @Test
    void sudoThatWantsAPasswordStartsNothing() throws IOException {
        Path sudo = directory.resolve("sudo");
        Files.writeString(sudo, "#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n");
        assertThat(sudo.toFile().setExecutable(true)).isTrue();
        Claim claim = Samples.claim();
        String line =
                "PATH="
                        + directory
                        + ":$PATH; export PATH; sudo -n -- "
                        + ActionCommand.line(Samples.run("true"), claim)
                                .substring("exec ".length());
        assertThat(ActionReply.of(shell.run(line), claim))
                .isEqualTo(
                        new ActionReply.NotStarted(
                                "sudo started nothing for this user without a password (sudo: a password is required); let that user run it, or log in as another",
                                Hindrance.REFUSED_BY_HOST));
    }

    @Test
    void aCheckThatSudoRefusesIsNoAnswerOfItsCommand() throws IOException {
        sudo("#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n");
        assertThat(looked("exit 0"))
                .isEqualTo(
                        new Completion.Unreachable(
                                Completion.Cause.DECLINED,
                                "user ops may not run this as root without a password (sudo: a password is required)"));
        sudo("#!/bin/sh\nexit 0\n");
        assertThat(looked("exit 0"))
                .isEqualTo(
                        new Completion.Unreachable(
                                Completion.Cause.DECLINED,
                                "sudo did not start the command for user ops (exit 0)"));
    }

    @Test
    void behindSudoOutputAndStatusAreThoseOfTheCommand() throws IOException {
        sudo("#!/bin/sh\necho 'sudo: unable to resolve host' >&2\nshift 2\nexec \"$@\"\n");
        Completion.Exited exited =
                (Completion.Exited)
                        looked("echo out; echo 'sudo: a password is required' >&2; exit 1");
        String stderr = "sudo: unable to resolve host\nsudo: a password is required\n";
        assertThat(exited.status()).isEqualTo(1);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr()).isEqualTo(Cleared.said(stderr));
        sudo("#!/bin/sh\nshift 2\nexec \"$@\"\n");
        assertThat(((Completion.Exited) looked("exit 1")).stderr()).isEqualTo(Kept.NOTHING);
        assertThat(((Completion.Exited) looked("arpingx")).status()).isEqualTo(127);
    }

    @Test
    void whatSudoDidNotStartInTimeDidNotTimeOut() {
        Completion passed =
                new Completion.DeadlinePassed(
                        Kept.NOTHING, Kept.NOTHING, Duration.ofSeconds(1), Optional.empty());
        assertThat(CheckReply.of(elevated("true"), HOST, passed))
                .isInstanceOf(Completion.Unreachable.class);
        assertThat(CheckReply.of(Samples.run("true"), HOST, passed)).isEqualTo(passed);
    }

    private static final Host HOST =
            new Host(
                    new HostName("web1"),
                    new Address("10.0.0.7", true),
                    22,
                    "ops",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Reach.SSH,
                    Map.of());

    private static Prepared elevated(String text) {
        Prepared plain = Samples.run(text);
        return new Prepared(
                plain.host(),
                plain.label(),
                plain.text(),
                plain.env(),
                true,
                Optional.empty(),
                plain.timeout(),
                plain.outputLimit());
    }

    private void sudo(String text) throws IOException {
        Path sudo = directory.resolve("sudo");
        Files.writeString(sudo, text);
        assertThat(sudo.toFile().setExecutable(true)).isTrue();
        Path id = directory.resolve("id");
        Files.writeString(id, "#!/bin/sh\necho 1000\n");
        assertThat(id.toFile().setExecutable(true)).isTrue();
    }

    private Completion looked(String text) {
        Prepared prepared = elevated(text);
        String line = "PATH=" + directory + ":$PATH; export PATH; " + CheckCommand.line(prepared);
        return CheckReply.of(prepared, HOST, shell.run(line));
    }

    private Completion.Exited run(Prepared prepared) {
        return (Completion.Exited) shell.run(CheckCommand.line(prepared));
    }
}
