package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Prepared;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// What an action and the reading of its receipt leave on the host, and what they tell each other.
@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class ClaimTest {
    private final LocalShell shell;
    private final Claim claim = Samples.claim();

    ClaimTest(String shell, @TempDir Path directory) {
        this.shell = new LocalShell(shell, directory);
    }

    @Test
    void itGoesOnWhenTheConnectionIsGoneAndLeavesAReceipt() throws IOException {
        Path go = shell.claims().resolveSibling("go");
        Process process =
                shell.start(
                        ActionCommand.line(
                                Samples.run(
                                        "while [ ! -e "
                                                + go
                                                + " ]; do sleep 0.1; done; echo hi; exit 4"),
                                claim));
        Path claimed = shell.claims().resolve(claim.directory());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(claimed));
        assertThat(receipt()).isInstanceOf(Receipt.Running.class);
        LocalShell.killed(process);
        assertThat(receipt()).isInstanceOf(Receipt.Running.class);
        Files.createFile(go);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> receipt() instanceof Receipt.Done);
        assertThat(receipt()).isEqualTo(new Receipt.Done(4, false, "hi\n", ""));
    }

    @Test
    void aReceiptOfAnotherBootSaysThatItIsLost() throws IOException {
        exited(Samples.run("true"));
        Path directory = shell.claims().resolve(claim.directory());
        Files.delete(directory.resolve("exit"));
        assertThat(receipt()).isInstanceOf(Receipt.Unreadable.class);
        Files.writeString(directory.resolve("boot"), "an-older-boot\n");
        assertThat(receipt()).isEqualTo(new Receipt.LostByReboot(Optional.of("an-older-boot")));
    }

    @Test
    void withoutAClaimItWasNeverStartedUnlessTheHostWasRebooted() {
        assertThat(receipt()).isEqualTo(new Receipt.NotStarted());
        assertThat(receipt(Optional.of("an-older-boot"), Duration.ofSeconds(1)))
                .isEqualTo(new Receipt.LostByReboot(Optional.of("an-older-boot")));
        assertThat(receipt(Optional.empty(), Duration.ofDays(10_000)))
                .isEqualTo(new Receipt.LostByReboot(Optional.empty()));
    }

    /// Hosts clean up what is older than a week: then no claim is no word.
    @Test
    void withoutAClaimNothingIsSaidOfASendingThatIsDaysOld() {
        String boot =
                ((Completion.Exited) shell.run("cat /proc/sys/kernel/random/boot_id"))
                        .stdout()
                        .text()
                        .strip();
        assertThat(receipt(Optional.of(boot), Duration.ofDays(4)))
                .isEqualTo(new Receipt.NotStarted());
        assertThat(receipt(Optional.of(boot), Duration.ofDays(6)))
                .isEqualTo(
                        new Receipt.Unreadable(
                                "the host has no receipt of it, and keeps none for longer than a week; it was sent 6 days ago"));
    }

    @Test
    void onlyClaimsThatTellHowItEndedAreCleanedUp() throws IOException {
        exited(Samples.run("true"));
        Path ended = shell.claims().resolve(claim.directory());
        Path open = Files.createDirectory(shell.claims().resolve("open"));
        Path ancient = Files.createDirectory(shell.claims().resolve("ancient"));
        Path voided = Files.createDirectory(shell.claims().resolve("voided"));
        Path young = Files.createDirectory(shell.claims().resolve("young"));
        Claim other = Samples.claim();
        reply(Samples.run("true"), other);
        Path thisBoot = shell.claims().resolve(other.directory());
        Files.writeString(ended.resolve("boot"), "an earlier one\n");
        Files.createFile(voided.resolve("void"));
        Files.createFile(young.resolve("exit"));
        for (Path old : List.of(ended, thisBoot, open, voided, young, ancient)) {
            Duration age = Duration.ofDays(old.equals(young) ? 3 : old.equals(ancient) ? 100 : 10);
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(age)));
        }
        reply(Samples.run("true"), Samples.claim());
        assertThat(open).exists();
        assertThat(young).exists();
        assertThat(thisBoot).as("the clock was set: it is not up for that long").exists();
        assertThat(ended).doesNotExist();
        assertThat(voided).doesNotExist();
        assertThat(ancient).doesNotExist();
    }

    @Test
    void aPlaceThatIsNotOursIsNotUsedAndTellsNothing() throws IOException {
        Path elsewhere = Files.createDirectory(shell.claims().resolveSibling("elsewhere"));
        Files.createSymbolicLink(shell.claims(), elsewhere);
        assertThat(receipt())
                .isEqualTo(
                        new Receipt.Unreadable(
                                "the claims on the host can be neither read nor taken by this user"));
        assertThat(reply(Samples.run("true"), claim)).isInstanceOf(ActionReply.NotStarted.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void neverStartedIsFinalForASendingThatStartsLate() throws Exception {
        Path go = shell.claims().resolveSibling("go");
        Path trace = shell.claims().resolveSibling("trace");
        String slow = "while [ ! -e " + go + " ]; do sleep 0.1; done; ";
        String act = ActionCommand.line(Samples.run("echo once >>" + trace), claim);
        Process late = shell.start(slow + act);
        assertThat(receipt()).isEqualTo(new Receipt.NotStarted());
        Files.createFile(go);
        assertThat(late.waitFor()).isEqualTo(97);
        assertThat(trace).doesNotExist();
        assertThat(receipt()).isEqualTo(new Receipt.NotStarted());
        assertThat(ActionReply.of(shell.run(act), claim))
                .isEqualTo(new ActionReply.AlreadyClaimed());
        assertThat(trace).doesNotExist();
    }

    @Test
    void anActionAndAReceiptAtTheSameTimeNeverBothGetTheClaim() throws IOException {
        Path trace = shell.claims().resolveSibling("trace");
        Path read = shell.claims().resolveSibling("read");
        String race = "(%s) >/dev/null 2>&1 & (%s) >%s & wait";
        for (int round = 0; round < 10; round++) {
            Claim next = Samples.claim();
            String act = ActionCommand.line(Samples.run("echo once >" + trace), next);
            shell.run(race.formatted(act, ReceiptCommand.line(next, false), read));
            boolean none = Files.readString(read).contains("\nclaim none\n");
            assertThat(Files.readString(read)).contains(none ? "claim none" : "claim found");
            assertThat(Files.deleteIfExists(trace)).isNotEqualTo(none);
        }
    }

    @Test
    void aVoidClaimIsOursAloneToo() throws IOException {
        shell.run("umask 0022; " + ReceiptCommand.line(claim, false));
        assertThat(theClaims()).containsExactlyInAnyOrder("rwx------", "rwx------", "rw-------");
    }

    @Test
    void theCommandGetsTheUmaskOfTheSessionAndTheClaimStaysOurs() throws IOException {
        Path made = shell.claims().resolveSibling("made");
        Prepared prepared = Samples.run("umask; echo made >" + made);
        for (String mask : new String[] {"0022", "0027"}) {
            Claim next = Samples.claim();
            Completion done =
                    shell.run("umask " + mask + "; " + ActionCommand.line(prepared, next));
            assertThat(ActionReply.of(done, next))
                    .isInstanceOfSatisfying(
                            ActionReply.Exited.class,
                            it -> assertThat(it.stdout().text()).isEqualTo(mask + "\n"));
            assertThat(rights(made)).isEqualTo(mask.equals("0022") ? "rw-r--r--" : "rw-r-----");
            Files.delete(made);
        }
        assertThat(theClaims()).hasSizeGreaterThan(10).allMatch(it -> it.endsWith("------"));
    }

    @Test
    void whereThePlaceCannotBeMadeNothingIsKnown() throws IOException {
        Files.createFile(shell.claims());
        assertThat(receipt()).isInstanceOf(Receipt.Unreadable.class);
    }

    /// The rights of the directory of claims and of all that is in it.
    private List<String> theClaims() throws IOException {
        try (var files = Files.walk(shell.claims())) {
            return files.map(ClaimTest::rights).toList();
        }
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt receipt() {
        return receipt(Optional.empty(), Duration.ofSeconds(1));
    }

    private Receipt receipt(Optional<String> boot, Duration age) {
        return Receipt.parse(
                shell.run(ReceiptCommand.line(claim, false)),
                new Receipt.Sending(claim, boot, age));
    }

    private ActionReply.Exited exited(Prepared prepared) {
        return (ActionReply.Exited) reply(prepared, claim);
    }

    private ActionReply reply(Prepared prepared, Claim claim) {
        return ActionReply.of(shell.run(ActionCommand.line(prepared, claim)), claim);
    }
}
