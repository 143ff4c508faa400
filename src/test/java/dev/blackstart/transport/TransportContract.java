package dev.blackstart.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every transport to a host with a POSIX shell must do.
public abstract class TransportContract {
    @TempDir private Path scratch;

    protected abstract Calls calls();

    protected abstract Host host();

    protected abstract OutputStore store();

    private Request request(String line) {
        return Calls.request(host(), line);
    }

    @Test
    void exitStatusOutputAndErrorArrive() {
        Calls.Call call = calls().start(request("echo out; echo err >&2; exit 7"));
        Completion.Exited exited = (Completion.Exited) call.join();
        assertThat(exited.status()).isEqualTo(7);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr().text()).isEqualTo("err\n");
        assertThat(call.sent()).hasSize(1);
    }

    @Test
    void theBootIdOfTheHostIsDelivered() throws IOException {
        Optional<String> boot =
                Optional.of(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
        Calls.Call call = calls().start(request("true"));
        assertThat(((Completion.Exited) call.join()).bootId()).isEqualTo(boot);
        assertThat(call.sent().getFirst().bootId()).isEqualTo(boot);
    }

    @Test
    void standardInputIsClosedWhenThereIsNone() {
        assertThat(calls().exited(request("cat; echo end")).stdout().text()).isEqualTo("end\n");
    }

    @Test
    void aSecretReachesStandardInputAndNoOtherPlace() {
        String look =
                "cat >/dev/null; cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\000' '\\n'"
                        + " | grep -c 'hunter[2]-very-secret'; echo done";
        assertThat(
                        calls().exited(Calls.withStdin(request("cat"), "hunter2-very-secret"))
                                .stdout()
                                .text())
                .isEqualTo("hunter2-very-secret");
        assertThat(
                        calls().exited(Calls.withStdin(request(look), "hunter2-very-secret"))
                                .stdout()
                                .text())
                .isEqualTo("0\ndone\n");
    }

    @Test
    void muchStandardErrorDoesNotHang() {
        Completion.Exited exited =
                calls().exited(request("head -c 8388608 /dev/zero | tr '\\000' e >&2; echo ok"));
        assertThat(exited.stdout().text()).isEqualTo("ok\n");
        assertThat(exited.stderr().bytes()).isEqualTo(8388608);
    }

    @Test
    void muchOutputIsKeptWholeInAFile() throws IOException {
        Completion.Exited exited = calls().exited(request("head -c 20971520 /dev/zero"));
        assertThat(exited.stdout().bytes()).isEqualTo(20971520);
        assertThat(exited.stdout().text().length()).isLessThan(1100 * 1024);
        Path file = store().find(exited.stdout().blob().orElseThrow()).orElseThrow();
        assertThat(Files.size(file)).isEqualTo(20971520);
        assertThat(exited.stdout().blob()).contains(exited.stdout().sha256());
    }

    @Test
    void outputThatIsNoTextIsReplacedInTheTextAndKeptInTheFile() throws IOException {
        Completion.Exited exited = calls().exited(request("printf '\\377\\000a'"));
        assertThat(exited.stdout().text()).isEqualTo("\ufffd\0a");
        Path file = store().find(exited.stdout().blob().orElseThrow()).orElseThrow();
        assertThat(Files.readAllBytes(file)).isEqualTo(HexFormat.of().parseHex("ff0061"));
    }

    @Test
    void theTotalDeadlineIsToldFromALostConnection() {
        Completion completion =
                calls().run(Calls.request(host(), "echo begun; sleep 20", Duration.ofSeconds(1)));
        assertThat(completion).isInstanceOf(Completion.DeadlinePassed.class);
        assertThat(((Completion.DeadlinePassed) completion).stdout().text()).isEqualTo("begun\n");
        assertThat(((Completion.DeadlinePassed) completion).took())
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aChildInTheBackgroundHoldsACommandForTwoSecondsAtMost() {
        Completion.Exited exited = calls().exited(request("sleep 20 & echo out; exit 3"));
        assertThat(exited.status()).isEqualTo(3);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aCommandThatClosesItsOutputIsWaitedFor() {
        Completion.Exited exited = calls().exited(request("exec >&- 2>&-; sleep 1; exit 5"));
        assertThat(exited.status()).isEqualTo(5);
    }

    @Test
    void aFileIsCopiedWithItsDigest() throws IOException {
        Path remote = Files.write(scratch.resolve("snapshot.db"), new byte[3_000_000]);
        Path local = scratch.resolve("copies/snapshot.db");
        FetchResult result = calls().fetch(host(), remote.toString(), local);
        assertThat(result)
                .isEqualTo(
                        new FetchResult.Copied(
                                3_000_000,
                                HexFormat.of()
                                        .formatHex(Digests.sha256().digest(new byte[3_000_000]))));
        assertThat(Files.mismatch(remote, local)).isEqualTo(-1);
        assertThat(local.resolveSibling("snapshot.db.part")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereLeavesNothingBehind() {
        Path local = scratch.resolve("none");
        assertThat(calls().fetch(host(), "/nonexistent/file", local))
                .isInstanceOf(FetchResult.NotCopied.class);
        assertThat(local).doesNotExist();
    }
}
