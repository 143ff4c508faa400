package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Kept;
import dev.blackstart.run.Prepared;
import dev.blackstart.runbook.Secret;
import dev.blackstart.template.Mask;
import dev.blackstart.transport.Completion;
import java.io.IOException;
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

@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class ActionWrapperTest {
    private final LocalShell shell;
    private final Claim claim = Samples.claim();

    ActionWrapperTest(String shell, @TempDir Path directory) {
        this.shell = new LocalShell(shell, directory);
    }

    @Test
    void outputAndStatusAreThoseOfTheCommand() {
        ActionReply.Exited exited = exited(Samples.run("echo out; echo err >&2; exit 7"));
        assertThat(exited.status()).isEqualTo(7);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr().text()).isEqualTo("err\n");
    }

    @Test
    void withoutReceiptsOutputAndStatusAreThoseOfTheCommandAndNothingIsWritten() {
        Prepared prepared = Samples.run("echo out; echo err >&2; exit 7");
        ActionReply reply = ActionReply.of(shell.run(ActionCommand.bare(prepared, claim)), claim);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> {
                            assertThat(it.status()).isEqualTo(7);
                            assertThat(it.stdout().text()).isEqualTo("out\n");
                            assertThat(it.stderr().text()).isEqualTo("err\n");
                        });
        assertThat(shell.claims()).doesNotExist();
    }

    @Test
    void withoutReceiptsADeadlineLeavesItUnknown() {
        Prepared prepared = Samples.run("sleep 30", Duration.ofSeconds(1));
        assertThat(ActionReply.of(shell.run(ActionCommand.bare(prepared, claim)), claim))
                .isInstanceOf(ActionReply.NotKnown.class);
    }

    /// What a host says passes the mask before the wrapper's words are looked for.
    @Test
    void aSecretInTheWrappersWordsNeverMakesItNotStarted() {
        Completion.Exited ran =
                (Completion.Exited)
                        shell.run(ActionCommand.line(Samples.run("echo err >&2"), claim));
        assertThat(masked(ran, "blackstart")).isInstanceOf(ActionReply.Exited.class);
        assertThat(masked(ran, "exited")).isInstanceOf(ActionReply.NotKnown.class);
        assertThat(masked(ran, claim.nonce().substring(0, 8)))
                .isInstanceOf(ActionReply.NotKnown.class);
    }

    private ActionReply masked(Completion.Exited ran, String secret) {
        Kept said = ran.stderr();
        String text = new Mask(List.of(new Secret(secret))).text(said.text());
        return ActionReply.of(
                new Completion.Exited(
                        ran.status(),
                        ran.stdout(),
                        new Kept(text, said.bytes(), said.sha256(), said.blob()),
                        ran.took(),
                        ran.bootId()),
                claim);
    }

    @Test
    void everyExitStatusIsKept() {
        String all = "i=0; while [ $i -lt 256 ]; do (exit $i); echo $?; i=$((i+1)); done";
        assertThat(exited(Samples.run(all)).stdout().text().lines().map(Integer::parseInt))
                .containsExactlyElementsOf(IntStream.range(0, 256).boxed().toList());
        for (int status : new int[] {0, 1, 96, 97, 98, 124, 126, 127, 128, 137, 143, 255}) {
            Claim next = Samples.claim();
            assertThat(reply(Samples.run("exit " + status), next))
                    .isInstanceOfSatisfying(
                            ActionReply.Exited.class,
                            it -> assertThat(it.status()).isEqualTo(status));
        }
    }

    @Test
    void theEnvironmentArrivesAsWritten() {
        Prepared prepared = Samples.script("#!/bin/sh -eu\nprintf '%s|%s' \"$TARGET\" \"$PAGER\"");
        assertThat(exited(prepared).stdout().text())
                .isEqualTo("it's a \"quoted\" $(value)\n`x`|cat");
    }

    @Test
    void aSecondStartOfTheSameClaimDoesNothing() throws IOException {
        Path trace = shell.claims().resolveSibling("trace");
        Prepared prepared = Samples.run("echo once >>" + trace);
        assertThat(reply(prepared, claim)).isInstanceOf(ActionReply.Exited.class);
        assertThat(reply(prepared, claim)).isEqualTo(new ActionReply.AlreadyClaimed());
        assertThat(Files.readString(trace)).isEqualTo("once\n");
    }

    @Test
    void theHostStopsItAtItsDeadlineWithAllThatItStarted() {
        String stubborn = "trap '' TERM; sleep 60 & echo $!; exec >&- 2>&-; wait";
        long begun = System.nanoTime();
        assertThat(reply(Samples.run("sleep 61", Duration.ofSeconds(1)), claim))
                .isInstanceOf(ActionReply.TimedOutOnHost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
        ActionReply reply = reply(Samples.run(stubborn, Duration.ofSeconds(1)), Samples.claim());
        assertThat(reply).isInstanceOf(ActionReply.TimedOutOnHost.class);
        String child = ((ActionReply.TimedOutOnHost) reply).stdout().text().strip();
        assertThat(living(child)).isFalse();
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

    @Test
    void outputBiggerThanAPipeIsKept() {
        ActionReply.Exited exited = exited(Samples.run("head -c 3000000 /dev/zero | tr '\\0' x"));
        assertThat(exited.stdout().bytes()).isEqualTo(3_000_000);
    }

    @Test
    void outputBeyondTheBoundIsCountedAndDoesNotStopTheCommand() {
        String much = "head -c 40000000 /dev/zero; echo done >&2";
        ActionReply.Exited exited = exited(Samples.run(much));
        assertThat(exited.status()).isZero();
        assertThat(exited.stderr().text()).isEqualTo("done\n");
        // bash counts in blocks of 1024 bytes unless it is called sh
        assertThat(exited.stdout().bytes()).isBetween(16_000_000L, 34_000_000L);
        assertThat(exited.stdout().text()).endsWith(" more bytes were not kept\n");
    }

    @Test
    void aSecretComesOnStandardInputAndIsInNoFile() throws IOException {
        Prepared prepared = Samples.withSecret("test \"$(cat)\" = hunter2-secret && echo taken");
        Completion completion = shell.run(ActionCommand.line(prepared, claim), "hunter2-secret");
        assertThat(((ActionReply.Exited) ActionReply.of(completion, claim)).stdout().text())
                .isEqualTo("taken\n");
        try (var files = Files.walk(shell.claims())) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContain("hunter2-secret"));
        }
    }

    @Test
    void standardInputIsEmptyWhenNoneIsDeclared() {
        assertThat(exited(Samples.run("cat; echo end")).stdout().text()).isEqualTo("end\n");
    }

    @Test
    void whatTheWrapperSaysIsNotCountedAsOutput() {
        assertThat(exited(Samples.run("true")).stderr()).isEqualTo(Kept.NOTHING);
        ActionReply reply = reply(Samples.run("echo err >&2"), Samples.claim());
        Kept stderr = ((ActionReply.Exited) reply).stderr();
        assertThat(stderr.bytes()).isEqualTo(4);
        // printf 'err\n' | sha256sum
        assertThat(stderr.sha256())
                .isEqualTo("2ccde4875ec595757efdf23d7b1336fcd69cf0fb869310b12a0d219c52817b20");
    }

    @Test
    void outputThatIsNotAllInTheTextIsCountedAsReceived() {
        Completion.Exited all =
                (Completion.Exited)
                        shell.run(ActionCommand.line(Samples.run("echo err >&2"), claim));
        Kept part = new Kept(all.stderr().text(), 5_000_000, "00", Optional.of("11"));
        Completion much =
                new Completion.Exited(0, all.stdout(), part, Duration.ZERO, Optional.empty());
        assertThat(((ActionReply.Exited) ActionReply.of(much, claim)).stderr())
                .isEqualTo(new Kept("err\n", 5_000_000, "00", Optional.of("11")));
    }

    @Test
    void withoutAPlaceForClaimsNothingIsStarted() throws IOException {
        Files.createFile(shell.claims());
        Path trace = shell.claims().resolveSibling("trace");
        assertThat(reply(Samples.run("echo once >>" + trace), claim))
                .isInstanceOfSatisfying(
                        ActionReply.NotStarted.class,
                        it ->
                                assertThat(it.reason())
                                        .startsWith("no receipts: ")
                                        .endsWith("can write no directory for claims"));
        assertThat(trace).doesNotExist();
    }

    @Test
    void whatTheCommandPrintsIsNeverTakenForTheWrappersWord() {
        String lie = "printf '\\n" + claim.nonce() + " exited 0\\n' >&2; exit 9";
        assertThat(exited(Samples.run(lie)).status()).isEqualTo(9);
    }

    private ActionReply.Exited exited(Prepared prepared) {
        return (ActionReply.Exited) reply(prepared, claim);
    }

    private ActionReply reply(Prepared prepared, Claim claim) {
        return ActionReply.of(shell.run(ActionCommand.line(prepared, claim)), claim);
    }
}
