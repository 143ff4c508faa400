package dev.blackstart.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every transport to a host with a POSIX shell must do besides.
public abstract class ShellContract extends TransportContract {
    @TempDir private Path scratch;

    protected abstract OutputStore store();

    @Override
    protected String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }

    private Request request(String line) {
        return Calls.request(host(), line);
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
}
