package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.sandbox.SandboxWorld;
import dev.blackstart.transport.wrapper.ActionCommand;
import dev.blackstart.transport.wrapper.ActionReply;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.Receipt;
import dev.blackstart.transport.wrapper.ReceiptCommand;
import dev.blackstart.transport.wrapper.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The same transport reaches the hosts of a drill's sandbox.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxOverSshTest {
    private SshLab lab;
    private SandboxWorld world;
    private Calls calls;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        lab = new SshLab(directory);
        world = SandboxWorld.open(Path.of("/tmp"), Map.of("nodes", List.of("node1")), List.of());
        SshSettings base = lab.settings();
        calls =
                lab.calls(
                        new SshSettings(
                                base.home(),
                                List.of(world.identity()),
                                base.knownHosts(),
                                Optional.empty(),
                                base.passphrases(),
                                base.keepAlive(),
                                base.connections(),
                                base.backOff(),
                                base.largestFetch()));
    }

    @AfterAll
    void stop() throws Exception {
        lab.close();
        world.close();
    }

    @Test
    void aCommandEndsWithItsStatusAndBothStreams() {
        Completion.Exited exited =
                calls.exited(
                        Calls.request(host(), "head -c 8388608 /dev/zero >&2; echo out; exit 7"));
        assertThat(exited.status()).isEqualTo(7);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr().bytes()).isEqualTo(8388608);
    }

    @Test
    void aDeadlineIsToldFromALoss() {
        assertThat(calls.run(Calls.request(host(), "sleep 30", Duration.ofSeconds(1))))
                .isInstanceOf(Completion.DeadlinePassed.class);
    }

    @Test
    void anActionLeavesAReceipt() {
        Claim claim = Samples.claim();
        Calls.Call call =
                calls.start(
                        Calls.request(
                                host(), ActionCommand.line(Samples.run("echo cured"), claim)));
        assertThat(ActionReply.of(call.join(), claim))
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> assertThat(it.stdout().text()).isEqualTo("cured\n"));
        Completion read = calls.run(Calls.request(host(), ReceiptCommand.line(claim, false)));
        assertThat(Receipt.parse(read, new Receipt.Sending(claim, Optional.empty(), Duration.ZERO)))
                .isEqualTo(new Receipt.Done(0, false, "cured\n", ""));
    }

    private Host host() {
        return world.inventory().host(new HostName("node1")).orElseThrow();
    }
}
