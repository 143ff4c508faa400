package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Deadlines;
import dev.blackstart.transport.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyHostsTest {
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
    void thirtyHostsAreAskedAtOnceAndOneThatHangsDelaysNoOther() throws IOException {
        List<RealSshd> servers = List.of(lab.server(), lab.server(), lab.server());
        Calls calls = lab.calls();
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Host sound = servers.getFirst().host("hung");
            Host hung =
                    new Host(
                            sound.name(),
                            sound.address(),
                            silent.getLocalPort(),
                            sound.user(),
                            sound.hostKey(),
                            sound.jump(),
                            sound.identity(),
                            sound.reach(),
                            sound.labels());
            Calls.Call waiting = calls.start(patient(Calls.request(hung, "true")));
            List<Calls.Call> started =
                    IntStream.range(0, 30)
                            .mapToObj(i -> servers.get(i % 3).host("web" + i))
                            .map(host -> calls.start(Calls.request(host, "sleep 1; echo up")))
                            .toList();
            assertThat(started)
                    .allSatisfy(call ->
                            assertThat(((Completion.Exited) call.join()).stdout().text())
                                    .isEqualTo("up\n"));
            assertThat(waiting.completion()).isNotDone();
        }
        assertThat(calls.run(Calls.request(servers.get(1).host("web1"), "true")))
                .isInstanceOf(Completion.Exited.class);
    }

    @Test
    void commandsForOneHostShareConnectionsOfEightSessionsEach() {
        RealSshd sshd = lab.server();
        Calls calls = lab.calls();
        List<Calls.Call> started =
                IntStream.range(0, 20)
                        .mapToObj(i -> calls.start(Calls.request(sshd.host("web1"), "sleep 1")))
                        .toList();
        assertThat(started).allSatisfy(call -> assertThat(status(call)).isZero());
        assertThat(sshd.log().split("Accepted publickey", -1)).hasSize(1 + 3);
    }

    @Test
    void moreHostsThanConnectionsWaitForTheirTurn() {
        RealSshd sshd = lab.server();
        SshSettings base = lab.settings();
        SshSettings two =
                new SshSettings(
                        base.home(),
                        base.identities(),
                        base.knownHosts(),
                        base.agent(),
                        base.passphrases(),
                        base.keepAlive(),
                        2,
                        base.backOff(),
                        base.largestFetch());
        Calls calls = lab.calls(two);
        List<Calls.Call> started =
                IntStream.range(0, 7)
                        .mapToObj(i -> calls.start(Calls.request(sshd.host("web" + i), "true")))
                        .toList();
        assertThat(started).allSatisfy(call -> assertThat(status(call)).isZero());
    }

    @Test
    void aHostBehindAJumpHostIsReachedThroughIt() {
        RealSshd jump = lab.server();
        RealSshd inner = lab.server();
        lab.listed(jump.host("bastion"));
        Host host =
                inner.host(
                        "web1", Optional.of(inner.hostKey()), Optional.of(new HostName("bastion")));
        Calls calls = lab.calls();
        assertThat(calls.exited(Calls.request(host, "echo $SSH_CLIENT")).stdout().text())
                .startsWith("127.0.0.1 ");
        assertThat(jump.log()).contains("Accepted publickey");
        assertThat(calls.exited(Calls.request(host, "head -c 3000000 /dev/zero")).stdout().bytes())
                .isEqualTo(3_000_000);
    }

    @Test
    void aHungHostBehindAJumpHostIsGivenUpAtTheDeadline() throws IOException {
        RealSshd jump = lab.server();
        lab.listed(jump.host("bastion"));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Host sound = jump.host("web1");
            Host hung =
                    new Host(
                            sound.name(),
                            sound.address(),
                            silent.getLocalPort(),
                            sound.user(),
                            sound.hostKey(),
                            Optional.of(new HostName("bastion")),
                            sound.identity(),
                            sound.reach(),
                            sound.labels());
            Completion.Unreachable unreachable =
                    (Completion.Unreachable) lab.calls().run(Calls.request(hung, "true"));
            assertThat(unreachable.reason()).contains("did not answer within 10 s");
        }
    }

    @Test
    void jumpHostsThatGoRoundInACircleAreRefused() {
        RealSshd sshd = lab.server();
        Host first =
                lab.listed(
                        sshd.host(
                                "first",
                                Optional.of(sshd.hostKey()),
                                Optional.of(new HostName("second"))));
        lab.listed(
                sshd.host(
                        "second", Optional.of(sshd.hostKey()), Optional.of(new HostName("first"))));
        Completion.Unreachable unreachable =
                (Completion.Unreachable)
                        lab.calls().run(Calls.request(first, "true", Duration.ofSeconds(5)));
        assertThat(unreachable.reason())
                .isEqualTo("the jump hosts of first go round in a circle at first");
    }

    /// It hangs for as long as the test may take.
    private static Request patient(Request request) {
        Duration minute = Duration.ofMinutes(1);
        return new Request(
                request.host(),
                request.commandLine(),
                request.stdin(),
                new Deadlines(minute, minute, minute, minute),
                request.outputLimit(),
                request.repeatable());
    }

    private static int status(Calls.Call call) {
        return ((Completion.Exited) call.join()).status();
    }
}
