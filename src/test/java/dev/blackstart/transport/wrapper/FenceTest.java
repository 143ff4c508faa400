package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.Revert;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may act on a host, as the scripts there see it.
@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class FenceTest {
    private static final RunId RUN = FencedShell.RUN;

    private final FencedShell host;
    private final LocalShell shell;

    FenceTest(String shell, @TempDir Path directory) {
        this.host = new FencedShell(shell, directory);
        this.shell = host.shell();
    }

    private static Fence fence(String installation, long epoch) {
        return FencedShell.fence(installation, epoch);
    }

    private ActionReply acted(Fence fence) {
        return host.acted(fence);
    }

    private String act(Claim claim, Fence fence) {
        return host.act(claim, fence);
    }

    private Receipt receipt(Claim claim, Fence fence) {
        return host.receipt(claim, fence, false);
    }

    private long effects() {
        return host.effects();
    }

    private void release(Fence fence) {
        assertThat(shell.run(ReleaseCommand.line(fence, false)))
                .isInstanceOfSatisfying(
                        Completion.Exited.class, it -> assertThat(it.status()).isZero());
    }

    private static void refused(ActionReply reply, String sentence) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        ActionReply.NotStarted.class,
                        it -> assertThat(it.reason()).contains(sentence));
    }

    /// Such as a forced command that logs everything in one stream.
    @Test
    void wordsThatWereLedElsewhereAreNoProofThatNothingStarted() {
        Claim claim = Samples.claim();
        Completion done = shell.run("{ " + act(claim, fence("ours", 4)) + "; } 2>&1");
        assertThat(ActionReply.of(done, claim)).isInstanceOf(ActionReply.NotKnown.class);
        assertThat(effects()).isEqualTo(1);
        assertThat(host.receipt(claim, fence("ours", 4), true)).isInstanceOf(Receipt.Done.class);
    }

    /// A person may have said that it was not carried out.
    @Test
    void anEarlierAttemptOfTheStepThatIsStillAtWorkKeepsTheNextOneOut() throws Exception {
        Path go = shell.claims().resolveSibling("go");
        Claim first = Samples.claim();
        Process slow =
                shell.start(
                        ActionCommand.line(
                                Samples.run("while [ ! -e " + go + " ]; do sleep 0.1; done"),
                                first,
                                Optional.of(fence("ours", 4)),
                                Optional.empty(),
                                Optional.empty()));
        Path carrier = shell.claims().resolve(first.directory()).resolve("carrier");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(carrier));
        refused(acted(fence("ours", 5)), "an earlier attempt of this step is still at work");
        assertThat(effects()).isZero();
        Files.createFile(go);
        slow.waitFor();
        assertThat(acted(fence("ours", 5))).isInstanceOf(ActionReply.Exited.class);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void runsOfOneInstallationFollowEachOtherAndAnOlderEpochIsOver() {
        assertThat(acted(fence("ours", 4))).isInstanceOf(ActionReply.Exited.class);
        assertThat(acted(fence("ours", 4))).isInstanceOf(ActionReply.Exited.class);
        assertThat(acted(fence("ours", 9))).isInstanceOf(ActionReply.Exited.class);
        refused(
                acted(fence("ours", 8)),
                "fenced on web1: anna@bastion came later, with run " + RUN + " at epoch 9");
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void anotherInstallationIsKeptOutUntilTheHostIsGivenUp() {
        acted(fence("ours", 12));
        refused(
                acted(fence("theirs", 90)),
                "web1 is fenced by anna@bastion, run "
                        + RUN
                        + ", epoch 12, for 10 min more unless that run ends before");
        assertThat(acted(fence("ours", 12))).isInstanceOf(ActionReply.Exited.class);
        release(fence("ours", 12));
        assertThat(acted(fence("theirs", 90))).isInstanceOf(ActionReply.Exited.class);
        refused(acted(fence("ours", 12)), "web1 is fenced by");
        refused(acted(fence("ours", 11)), "came later");
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void whoTookTheRunUpOnlyToEndItGivesTheHostUpToo() {
        acted(fence("ours", 12));
        release(fence("ours", 13));
        assertThat(acted(fence("theirs", 1))).isInstanceOf(ActionReply.Exited.class);
        release(fence("theirs", 1));
        refused(acted(fence("ours", 12)), "at epoch 13");
    }

    @Test
    void whatIsOverGivesNothingUp() {
        acted(fence("ours", 13));
        release(fence("ours", 12));
        refused(acted(fence("theirs", 1)), "epoch 13, for");
    }

    @Test
    void aFenceEndsByItself() throws IOException {
        acted(fence("ours", 1));
        Path file = shell.claims().resolve("fences/1.ours");
        String line = Files.readString(file);
        Files.writeString(file, line.replaceFirst("^[0-9]+", "1"));
        assertThat(acted(fence("theirs", 1))).isInstanceOf(ActionReply.Exited.class);
    }

    @Test
    void aFenceOfAnotherBootKeepsNobodyOutButItsEpochStays() throws IOException {
        acted(fence("ours", 5));
        Path file = shell.claims().resolve("fences/5.ours");
        String[] words = Files.readString(file).split(" ");
        words[1] = "another-boot";
        Files.writeString(file, String.join(" ", words));
        assertThat(acted(fence("theirs", 1))).isInstanceOf(ActionReply.Exited.class);
        release(fence("theirs", 1));
        refused(acted(fence("ours", 4)), "came later");
    }

    @Test
    void aPersonMayPutAnotherAsideAndThatOneIsRefusedFromThenOn() {
        acted(fence("theirs", 3));
        Fence ours = new Fence(1, "ours", FencedShell.LONG, true, RUN, "bo@bastion2");
        assertThat(acted(ours)).isInstanceOf(ActionReply.Exited.class);
        refused(acted(fence("theirs", 3)), "web1 is fenced by bo@bastion2");
        assertThat(acted(fence("ours", 1))).isInstanceOf(ActionReply.Exited.class);
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void noDecisionPutsAsideAnActionThatIsAtWork() throws IOException {
        acted(fence("theirs", 3));
        Path begun = Files.createDirectories(shell.claims().resolve(RUN + "-restart-act-1-n"));
        Fence ours = new Fence(1, "ours", FencedShell.LONG, true, RUN, "bo@bastion2");
        refused(acted(ours), "run " + RUN + ", and an action of that run is at work there");
        assertThat(effects()).isEqualTo(1);
        assertThat(acted(fence("theirs", 3))).isInstanceOf(ActionReply.Exited.class);
        Files.createFile(begun.resolve("exit"));
        assertThat(acted(ours)).isInstanceOf(ActionReply.Exited.class);
    }

    @Test
    void norAGuardThatMayStillUndoWhatHasEnded() {
        Claim claim = Samples.claim();
        Revert revert = new Revert(Duration.ofMinutes(5), Samples.run("true"));
        shell.run(
                ActionCommand.line(
                        Samples.run("echo once >>" + host.trace()),
                        claim,
                        Optional.of(fence("theirs", 3)),
                        Optional.empty(),
                        Optional.of(revert)));
        Fence ours = new Fence(1, "ours", FencedShell.LONG, true, RUN, "bo@bastion2");
        refused(acted(ours), "may still be undone there by itself");
        assertThat(effects()).isEqualTo(1);
        shell.run(DisarmCommand.line(claim, false));
        assertThat(acted(ours)).isInstanceOf(ActionReply.Exited.class);
    }

    @Test
    void readingAReceiptEndsWhatHasAnOlderEpoch() {
        Claim sent = Samples.claim();
        assertThat(receipt(sent, fence("ours", 7))).isEqualTo(new Receipt.NotStarted());
        Claim other = Samples.claim();
        refused(
                ActionReply.of(shell.run(act(other, fence("ours", 6))), other),
                "came later, with run " + RUN + " at epoch 7");
        assertThat(receipt(other, fence("ours", 6)))
                .isInstanceOfSatisfying(
                        Receipt.Unreadable.class,
                        it -> assertThat(it.reason()).contains("came later"));
        assertThat(effects()).isZero();
    }

    @Test
    void lookingKeepsNobodyOutAndLetsNobodyIn() {
        receipt(Samples.claim(), fence("ours", 7));
        assertThat(acted(fence("theirs", 1))).isInstanceOf(ActionReply.Exited.class);
        receipt(Samples.claim(), fence("theirs", 2));
        refused(acted(fence("ours", 7)), "epoch 1, for");
    }

    /// Whatever died in the middle has left half a fence; the next one is not held up by it.
    @Test
    void whatDiedWhileItTookTheHostBlocksNobody() throws IOException {
        acted(fence("ours", 1));
        release(fence("ours", 1));
        Files.writeString(shell.claims().resolve("fences/.4711"), "99");
        Files.writeString(shell.claims().resolve("fences/2.gone"), "");
        assertThat(acted(fence("theirs", 1))).isInstanceOf(ActionReply.Exited.class);
    }

    @Test
    void whereNoFenceCanBeWrittenNothingStarts() throws IOException {
        Files.createDirectories(shell.claims());
        Files.createFile(shell.claims().resolve("fences"));
        refused(acted(fence("ours", 1)), "cannot be written");
        assertThat(effects()).isZero();
    }

    @Test
    void ofManyThatComeAtTheSameMomentAtMostOneActs() throws IOException {
        for (int round = 0; round < 10; round++) {
            Files.deleteIfExists(host.trace());
            List<String> all =
                    IntStream.range(0, 4)
                            .mapToObj(it -> "in" + it)
                            .map(it -> "(" + act(Samples.claim(), fence(it, 1)) + ") &")
                            .toList();
            shell.run("{ " + String.join(" ", all) + " wait; } >/dev/null 2>&1");
            assertThat(effects()).isLessThanOrEqualTo(1);
            for (int i = 0; i < 4; i++) {
                release(fence("in" + i, 1));
            }
        }
    }

    @Test
    void theFencesAreOursAlone() throws IOException {
        shell.run("umask 0022; " + act(Samples.claim(), fence("ours", 1)));
        try (var files = Files.walk(shell.claims().resolve("fences"))) {
            assertThat(files.map(FenceTest::rights)).allMatch(it -> it.endsWith("------"));
        }
    }

    private static String rights(Path path) {
        try {
            return java.nio.file.attribute.PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itKeepsOthersOutUntilWhatUndoesItByItselfHasHadItsTime() {
        Duration timeout = Duration.ofSeconds(60);
        Duration usual = Fence.lease(timeout);
        Revert soon = new Revert(Duration.ofSeconds(90), Samples.run("true"));
        Revert late = new Revert(Duration.ofHours(1), Samples.run("true"));
        assertThat(Fence.lease(timeout, Optional.of(soon))).isEqualTo(usual);
        assertThat(Fence.lease(timeout, Optional.of(late)))
                .isGreaterThan(timeout.plus(late.after()).plus(late.undo().timeout()));
    }
}
