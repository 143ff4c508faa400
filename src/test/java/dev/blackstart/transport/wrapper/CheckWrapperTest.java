package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.Prepared;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                                "the wrapper did not start on the host (exit 1); the host said: sudo: a password is required"));
    }

    private Completion.Exited run(Prepared prepared) {
        return (Completion.Exited) shell.run(CheckCommand.line(prepared));
    }
}
