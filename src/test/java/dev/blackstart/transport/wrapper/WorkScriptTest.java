package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Looking at an action while it is at work, and stopping it.
@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class WorkScriptTest {
    private final LocalShell shell;
    private final Path trace;
    private final Claim claim = Samples.claim();

    WorkScriptTest(String shell, @TempDir Path directory) {
        this.shell = new LocalShell(shell, directory);
        this.trace = directory.resolve("trace");
    }

    @Test
    void whatItPrintedLastAndHowLongItIsSilent() {
        Process process = begun("echo copying 3 of 9; echo begun >>" + trace + "; sleep 40");
        await().until(() -> look().silent().filter(it -> it.toSeconds() >= 1).isPresent());
        assertThat(look().said()).isEqualTo("last output line: copying 3 of 9");
        assertThat(look().silent().orElseThrow()).isLessThan(Duration.ofSeconds(30));
        stopped(process);
    }

    @Test
    void aPromptIsNamed() {
        Process process =
                begun("printf 'Proceed [y/N] ' >&2; echo begun >>" + trace + "; sleep 40");
        assertThat(look().said()).isEqualTo("looks like a prompt: \"Proceed [y/N]\"");
        stopped(process);
    }

    @Test
    void whatHasPrintedNothingIsSilentSinceItBegan() {
        Process process = begun("echo begun >>" + trace + "; sleep 40");
        WorkReply reply = look();
        assertThat(reply.said()).isEqualTo("it has printed nothing");
        assertThat(reply.silent()).isPresent();
        stopped(process);
    }

    @Test
    void theHostStopsItWithAllThatItStarted() throws IOException {
        Process process = begun("sleep 41 & echo $! >>" + trace + "; wait");
        String child = Files.readString(trace).strip();
        assertThat(stop().said()).isEqualTo("stopped; nothing of it is left there");
        assertThat(reply(process))
                .isInstanceOfSatisfying(
                        ActionReply.Stopped.class, it -> assertThat(it.status()).isEqualTo(143));
        assertThat(living(child)).isFalse();
        assertThat(receipt()).isInstanceOf(Receipt.Done.class);
    }

    @Test
    void whatIgnoresThePoliteSignalIsKilled() {
        Process process = begun("trap '' TERM; echo begun >>" + trace + "; sleep 42; sleep 42");
        assertThat(stop().said()).isEqualTo("stopped; nothing of it is left there");
        assertThat(reply(process))
                .isInstanceOfSatisfying(
                        ActionReply.Stopped.class, it -> assertThat(it.status()).isEqualTo(137));
    }

    @Test
    void aDaemonThatLeftIsNoPartOfIt() throws IOException {
        Process process =
                begun(
                        "setsid sleep 43 >/dev/null 2>&1 & sleep 0.2; "
                                + "echo $! >>"
                                + trace
                                + "; sleep 43");
        assertThat(stop().said()).isEqualTo("stopped; nothing of it is left there");
        assertThat(reply(process)).isInstanceOf(ActionReply.Stopped.class);
        long daemon = Long.parseLong(Files.readString(trace).strip());
        Optional<ProcessHandle> alive = ProcessHandle.of(daemon).filter(ProcessHandle::isAlive);
        assertThat(alive).isPresent();
        alive.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatEndsWellWhenItIsStoppedIsNotSaidToHaveSucceeded() {
        Process process = begun("trap 'exit 0' TERM; echo begun >>" + trace + "; sleep 44 & wait");
        assertThat(stop().said()).isEqualTo("stopped; nothing of it is left there");
        // timeout passes the status of its command on
        assertThat(reply(process)).isInstanceOf(ActionReply.Stopped.class);
        assertThat(receipt()).isNotInstanceOf(Receipt.NotStarted.class);
    }

    @Test
    void whatHasEndedOrNeverWasIsSaidSo() {
        assertThat(look().said()).isEqualTo("the host has no process of it");
        assertThat(reply(shell.start(ActionCommand.line(Samples.run("echo done"), claim))))
                .isInstanceOf(ActionReply.Exited.class);
        assertThat(stop().said()).isEqualTo("it had ended already");
        assertThat(look().said()).isEqualTo("it had ended already");
    }

    /// A process that has ended may wait as a zombie for somebody to take notice.
    private static boolean living(String process) {
        try {
            String stat = Files.readString(Path.of("/proc", process, "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    private Process begun(String command) {
        Process process = shell.start(ActionCommand.line(Samples.run(command), claim));
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(trace));
        return process;
    }

    private ActionReply reply(Process process) {
        return ActionReply.of(shell.ended(process, ""), claim);
    }

    private void stopped(Process process) {
        stop();
        assertThat(reply(process)).isInstanceOf(ActionReply.Stopped.class);
    }

    private WorkReply look() {
        return work(false);
    }

    private WorkReply stop() {
        return work(true);
    }

    private WorkReply work(boolean stop) {
        String line = WorkCommand.line(claim, false, stop, Optional.empty());
        return WorkReply.of(claim.nonce(), shell.beside().run(line));
    }

    private Receipt receipt() {
        return Receipt.parse(
                shell.beside().run(ReceiptCommand.line(claim, false)),
                new Receipt.Sending(claim, Optional.empty(), Duration.ZERO));
    }
}
