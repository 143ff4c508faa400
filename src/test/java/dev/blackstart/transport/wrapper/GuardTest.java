package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.GuardWord;
import dev.blackstart.run.Revert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The guard on the host, in every shell that may be there: armed before the action, disarmed or
/// fired exactly once.
@ParameterizedClass
@ValueSource(strings = {"dash", "busybox sh", "bash"})
class GuardTest {
    private final LocalShell shell;
    private final Path trace;
    private final Claim claim = Samples.claim();

    GuardTest(String shell, @TempDir Path directory) {
        this.shell = new LocalShell(shell, directory);
        this.trace = directory.resolve("trace");
    }

    private String act(String text, int seconds, String undo) {
        return ActionCommand.line(
                Samples.run(text),
                claim,
                Optional.of(new Revert(Duration.ofSeconds(seconds), Samples.run(undo))));
    }

    private String act(int seconds) {
        return act(
                "echo acted >>" + trace, seconds, "printf '%s\\n' \"undone $TARGET\" >>" + trace);
    }

    private GuardReply disarm() {
        return GuardReply.of(claim.nonce(), shell.run(DisarmCommand.line(claim, false)));
    }

    private String traced() throws IOException {
        return Files.exists(trace) ? Files.readString(trace) : "";
    }

    @Test
    void itIsArmedBeforeTheActionBegins() {
        String look = "ls " + shell.claims() + "/*/guard && echo armed";
        ActionReply reply = ActionReply.of(shell.run(act(look, 60, "true")), claim);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        ActionReply.Exited.class,
                        it -> assertThat(it.stdout().text()).endsWith("armed\n"));
        assertThat(disarm().word()).isEqualTo(GuardWord.DISARMED);
    }

    @Test
    void disarmedItLeavesTheActionAlone() throws IOException {
        shell.run(act(1));
        assertThat(disarm().word()).isEqualTo(GuardWord.DISARMED);
        assertThat(disarm().word()).as("asked again").isEqualTo(GuardWord.DISARMED);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> traced().equals("acted\n"));
    }

    @Test
    void leftAloneItUndoesOnceWithTheEnvironmentOfTheUndo() throws IOException {
        shell.run(act(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> traced().contains("undone"));
        assertThat(disarm())
                .isEqualTo(new GuardReply(GuardWord.REVERTED, "its undo ended with exit 0"));
        assertThat(disarm().word()).isEqualTo(GuardWord.REVERTED);
        assertThat(traced()).isEqualTo("acted\nundone it's a \"quoted\" $(value)\n`x`\n");
    }

    @Test
    void aFailedUndoSaysSo() {
        shell.run(act("true", 1, "exit 7"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !disarmWord().equals(GuardWord.DISARMED));
    }

    /// Only looks: a claim that is still undecided must not be decided by the waiting.
    private GuardWord disarmWord() throws IOException {
        try (var files = Files.walk(shell.claims())) {
            boolean ended = files.anyMatch(file -> file.endsWith("reverted"));
            return ended ? disarm().word() : GuardWord.DISARMED;
        }
    }

    @Test
    void theLossOfTheConnectionDoesNotStopIt() throws Exception {
        Process act =
                shell.start(
                        act("echo acted >>" + trace + "; sleep 2", 1, "echo undone >>" + trace));
        await().atMost(Duration.ofSeconds(60)).until(() -> traced().contains("acted"));
        LocalShell.killed(act);
        await().atMost(Duration.ofSeconds(15)).until(() -> traced().equals("acted\nundone\n"));
    }

    @Test
    void itWaitsForTheEndOfTheAction() throws Exception {
        Process act =
                shell.start(act("sleep 3; echo acted >>" + trace, 1, "echo undone >>" + trace));
        await().atMost(Duration.ofSeconds(15)).until(() -> traced().contains("undone"));
        assertThat(traced()).isEqualTo("acted\nundone\n");
        act.waitFor();
    }

    @Test
    void whoIsFirstHasDecidedWhateverTheMoment() throws Exception {
        shell.run(act(1));
        List<GuardWord> words = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> System.nanoTime() % 7 == 0);
        for (int i = 0; i < 3; i++) {
            words.add(disarm().word());
        }
        boolean undone = words.getFirst() == GuardWord.REVERTED;
        assertThat(words).containsOnly(words.getFirst());
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> traced().contains("undone") == undone);
    }

    @Test
    void aClaimThatIsGoneIsSaid() {
        assertThat(disarm().word()).isEqualTo(GuardWord.GONE);
    }

    @Test
    void aGuardThatCannotStartKeepsTheActionFromStarting() throws IOException {
        String line = act(1).replace("put guard", "exit 1; put guard");
        ActionReply reply = ActionReply.of(shell.run(line), claim);
        assertThat(reply).isInstanceOf(ActionReply.NotStarted.class);
        assertThat(traced()).isEmpty();
    }

    @Test
    void aGuardKilledWhileItUndoesIsNotTakenForSuccess() throws Exception {
        shell.run(act("true", 1, "echo undoing >>" + trace + "; sleep 30"));
        await().atMost(Duration.ofSeconds(60)).until(() -> traced().contains("undoing"));
        try (var files = Files.walk(shell.claims())) {
            Path guard = files.filter(file -> file.endsWith("guard")).findFirst().orElseThrow();
            long pid = Long.parseLong(Files.readString(guard).strip());
            ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> children = handle.descendants().toList();
            handle.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> disarm().word() == GuardWord.REVERT_FAILED);
    }
}
