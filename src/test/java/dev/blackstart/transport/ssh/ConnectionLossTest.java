package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.testing.Processes;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionLossTest {
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
    void aServerKilledUnderACommandIsALostConnectionAndNoExit() {
        RealSshd sshd = lab.server();
        Calls.Call call = lab.calls().start(Calls.request(sshd.host("web1"), "sleep 20"));
        awaitSent(call);
        sshd.connections().forEach(it -> Processes.signal("KILL", it));
        Completion.Lost lost = (Completion.Lost) call.join();
        assertThat(lost.reason())
                .isEqualTo("the connection to 127.0.0.1:" + sshd.port() + " was lost after 0 s");
        assertThat(lost.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aFrozenServerIsNoticedByKeepAlive() {
        RealSshd sshd = lab.server();
        Calls.Call call = lab.calls().start(Calls.request(sshd.host("web1"), "sleep 60"));
        awaitSent(call);
        sshd.connections().forEach(it -> Processes.signal("STOP", it));
        assertThat(call.join()).isInstanceOf(Completion.Lost.class);
    }

    @Test
    void aDeadlineOnAFrozenServerIsALossAndNotATimeout() {
        RealSshd sshd = lab.server();
        SshSettings patient = withKeepAlive(lab.settings(), Duration.ofSeconds(60));
        Calls.Call call =
                lab.calls(patient)
                        .start(Calls.request(sshd.host("web1"), "sleep 60", Duration.ofSeconds(2)));
        awaitSent(call);
        sshd.connections().forEach(it -> Processes.signal("STOP", it));
        assertThat(call.join()).isInstanceOf(Completion.Lost.class);
    }

    @Test
    void aCommandEndedByASignalIsToldByItsName() {
        RealSshd sshd = lab.server();
        Completion completion =
                lab.calls().run(Calls.request(sshd.host("web1"), "exec sh -c 'kill -9 $$'"));
        assertThat(((Completion.Signalled) completion).signal()).isEqualTo("KILL");
    }

    @Test
    void afterALossTheNextCommandGetsANewConnection() {
        RealSshd sshd = lab.server();
        Calls calls = lab.calls();
        Calls.Call call = calls.start(Calls.request(sshd.host("web1"), "sleep 20"));
        awaitSent(call);
        sshd.connections().forEach(it -> Processes.signal("KILL", it));
        call.join();
        assertThat(calls.exited(Calls.request(sshd.host("web1"), "echo again")).stdout().text())
                .isEqualTo("again\n");
    }

    @Test
    void aConnectionThatDiedWhileIdleCostsNoCommand() {
        RealSshd sshd = lab.server();
        Calls calls = lab.calls();
        calls.exited(Calls.request(sshd.host("web1"), "true"));
        sshd.connections().forEach(it -> Processes.signal("KILL", it));
        assertThat(calls.run(Calls.request(sshd.host("web1"), "true")))
                .isInstanceOf(Completion.Exited.class);
    }

    @Test
    void aRefusedPortIsUnreachable() throws IOException {
        Calls.Call call =
                lab.calls().start(Calls.repeatable(Calls.request(at(freePort()), "true")));
        Completion.Unreachable unreachable = (Completion.Unreachable) call.join();
        assertThat(unreachable.cause()).isEqualTo(Completion.Cause.NO_CONNECTION);
        assertThat(unreachable.reason())
                .contains("Connection refused; ssh -p ", " shows the same by hand");
        assertThat(call.sent()).isEmpty();
    }

    @Test
    void aServerThatNeverSpeaksIsGivenUpAtTheConnectDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Duration second = Duration.ofSeconds(1);
            Request asked = Calls.request(at(silent.getLocalPort()), "true");
            Request request =
                    new Request(
                            asked.host(),
                            asked.commandLine(),
                            asked.stdin(),
                            new Deadlines(second, second, second, second),
                            asked.outputLimit(),
                            true);
            long begun = System.nanoTime();
            Completion.Unreachable unreachable = (Completion.Unreachable) lab.calls().run(request);
            assertThat(unreachable.reason())
                    .isEqualTo("127.0.0.1:" + silent.getLocalPort() + " did not answer within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void closingTheTransportEndsWhatIsUnderWayAsLost() {
        RealSshd sshd = lab.server();
        SshTransport transport =
                SshTransport.open(lab.settings(), name -> java.util.Optional.empty(), lab.store);
        Calls.Call call = new Calls(transport).start(Calls.request(sshd.host("web1"), "sleep 20"));
        awaitSent(call);
        transport.close();
        assertThat(call.join()).isInstanceOf(Completion.Lost.class);
        assertThat(new Calls(transport).run(Calls.request(sshd.host("web1"), "true")))
                .isInstanceOf(Completion.Unreachable.class);
    }

    private static void awaitSent(Calls.Call call) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !call.sent().isEmpty());
    }

    private Host at(int port) {
        Host host = lab.server().host("web1");
        return new Host(
                host.name(),
                new Address("127.0.0.1", true),
                port,
                host.user(),
                host.hostKey(),
                host.jump(),
                host.identity(),
                host.reach(),
                host.labels());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static SshSettings withKeepAlive(SshSettings settings, Duration keepAlive) {
        return new SshSettings(
                settings.home(),
                settings.identities(),
                settings.knownHosts(),
                settings.agent(),
                settings.passphrases(),
                keepAlive,
                settings.connections(),
                settings.backOff(),
                settings.largestFetch());
    }
}
