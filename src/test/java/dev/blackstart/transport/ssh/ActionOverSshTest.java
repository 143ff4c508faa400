package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import dev.blackstart.run.Prepared;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.wrapper.ActionCommand;
import dev.blackstart.transport.wrapper.ActionReply;
import dev.blackstart.transport.wrapper.CheckCommand;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.Receipt;
import dev.blackstart.transport.wrapper.ReceiptCommand;
import dev.blackstart.transport.wrapper.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Actions and their receipts through a real server.
class ActionOverSshTest {
    private final Claim claim = Samples.claim();
    private SshLab lab;
    private RealSshd sshd;
    private Calls calls;
    private Host host;

    @BeforeEach
    void start(@TempDir Path directory) {
        lab = new SshLab(directory);
        sshd = lab.server("SetEnv BLACKSTART_CLAIMS=" + lab.path("claims"));
        host = sshd.host("web1");
        calls = lab.calls();
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void anActionSurvivesTheLossOfItsConnectionAndItsReceiptTells() throws IOException {
        Path go = lab.path("go");
        Calls.Call call =
                act(
                        Samples.run(
                                "while [ ! -e "
                                        + go
                                        + " ]; do sleep 0.1; done; echo cured; exit 3"));
        Path claimed = lab.path("claims").resolve(claim.directory());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(claimed));
        assertThat(receipt()).isInstanceOf(Receipt.Running.class);
        sshd.connections().forEach(it -> Processes.signal("KILL", it));
        ActionReply reply = ActionReply.of(call.join(), claim);
        assertThat(reply).isInstanceOf(ActionReply.NotKnown.class);
        assertThat(receipt()).isInstanceOf(Receipt.Running.class);
        Files.createFile(go);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> receipt() instanceof Receipt.Done);
        assertThat(receipt()).isEqualTo(new Receipt.Done(3, false, "cured\n", ""));
    }

    @Test
    void theSameClaimSentAgainStartsNothing() {
        Prepared prepared = Samples.run("echo once");
        assertThat(ActionReply.of(act(prepared).join(), claim))
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> assertThat(it.stdout().text()).isEqualTo("once\n"));
        assertThat(ActionReply.of(act(prepared).join(), claim))
                .isEqualTo(new ActionReply.AlreadyClaimed());
    }

    @Test
    void anActionHasTheUmaskOfTheSession() {
        String login = calls.exited(Calls.request(host, "umask")).stdout().text();
        assertThat(ActionReply.of(act(Samples.run("umask")).join(), claim))
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> {
                            assertThat(it.stdout().text()).isEqualTo(login).isNotEqualTo("0077\n");
                            assertThat(it.stderr().text()).doesNotContain(claim.nonce());
                        });
    }

    @Test
    void whatTheReceiptSaysNeverStartedCannotStartAnyMore() {
        Path trace = lab.path("trace");
        assertThat(receipt()).isEqualTo(new Receipt.NotStarted());
        assertThat(ActionReply.of(act(Samples.run("echo once >" + trace)).join(), claim))
                .isEqualTo(new ActionReply.AlreadyClaimed());
        assertThat(receipt()).isEqualTo(new Receipt.NotStarted());
        assertThat(trace).doesNotExist();
    }

    @Test
    void aSecretForAnActionIsInNoArgumentAndNoEnvironment() {
        String look =
                "read -r secret; cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\000' '\\n'"
                        + " | grep -c 'hunter[2]-for-action'; echo \"${#secret}\"";
        Calls.Call call =
                calls.start(
                        Calls.withStdin(
                                Calls.request(
                                        host, ActionCommand.line(Samples.withSecret(look), claim)),
                                "hunter2-for-action"));
        assertThat(ActionReply.of(call.join(), claim))
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> assertThat(it.stdout().text()).isEqualTo("0\n18\n"));
    }

    @Test
    void aCheckThatHangsIsEndedOnTheHostAfterOurDeadline() {
        Prepared hang = Samples.run("exec sleep 424242", Duration.ofSeconds(1));
        Completion completion =
                calls.run(Calls.request(host, CheckCommand.line(hang), Duration.ofSeconds(1)));
        assertThat(completion).isInstanceOf(Completion.DeadlinePassed.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        ProcessHandle.allProcesses()
                                .noneMatch(it ->
                                        it.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("sleep 424242")));
    }

    private Calls.Call act(Prepared prepared) {
        return calls.start(Calls.request(host, ActionCommand.line(prepared, claim)));
    }

    private Receipt receipt() {
        return Receipt.parse(
                calls.run(Calls.request(host, ReceiptCommand.line(claim, false))),
                new Receipt.Sending(claim, Optional.empty(), Duration.ZERO));
    }
}
