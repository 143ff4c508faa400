package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Secret;
import dev.blackstart.view.SampleGates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes a run up is told which it is, and takes nobody's gates without having said so.
class ResumeTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);

    @TempDir Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final TakenUp operations = new TakenUp();

    private void openedBy(String person) throws Exception {
        byte[] runbook =
                Files.readAllBytes(
                        Path.of("src/test/resources/cli/runbooks/stuck-cache/runbook.yaml"));
        byte[] script =
                Files.readAllBytes(
                        Path.of(
                                "src/test/resources/cli/runbooks/stuck-cache/scripts/remove-lock.sh"));
        RunEvent opened =
                new RunEvent.RunOpened(
                        RUN,
                        "stuck-cache",
                        "Free a stuck cache",
                        Mode.LIVE,
                        new Person(person),
                        Map.of(
                                "runbook/runbook.yaml", journal.keep(runbook),
                                "runbook/scripts/remove-lock.sh", journal.keep(script)),
                        Map.of(),
                        "test",
                        Optional.empty());
        journal.append(RUN, 0, SampleGates.NOW.minusSeconds(60), List.of(opened));
    }

    private int resume(Terminal terminal, String... more) {
        String[] words = Stream.concat(Stream.of("resume"), Stream.of(more)).toArray(String[]::new);
        return new Door(terminal.surroundings(), Fakes.ports(journal, operations)).run(words);
    }

    @Test
    void somebodyElsesRunIsShownAndItsGatesChangeHandsAfterAYes() throws Exception {
        openedBy("carl");
        Terminal terminal = new Terminal(folder, true, "y\n");
        assertThat(resume(terminal)).as(terminal.complained()).isZero();
        assertThat(terminal.shown())
                .containsSubsequence(
                        "stuck-cache: Free a stuck cache",
                        "run " + RUN + ", opened by carl",
                        "LIVE: checks and actions are real",
                        "The gates of this run are carl's; they will be yours.",
                        "take it up (y/N)>",
                        "The gates were carl's and are now yours.");
        assertThat(operations.times).isOne();
    }

    @Test
    void anythingButAYesTakesNothingUp() throws Exception {
        openedBy("carl");
        for (String typed : List.of("\n", "n\n", "")) {
            Terminal terminal = new Terminal(folder, true, typed);
            assertThat(resume(terminal)).isEqualTo(4);
            assertThat(terminal.complained()).startsWith("Nothing was taken up");
        }
        assertThat(operations.times).isZero();
    }

    @Test
    void withoutATerminalOnlyTheExactCommandTakesItUp() throws Exception {
        openedBy("carl");
        Terminal pipe = new Terminal(folder, false, "y\n");
        assertThat(resume(pipe)).isEqualTo(6);
        assertThat(pipe.complained())
                .contains(
                        "carl answers the gates of run "
                                + RUN
                                + ", so it was not taken up; blackstart resume "
                                + RUN
                                + " --yes takes it up, and its gates with it.");
        assertThat(operations.times).isZero();
        assertThat(resume(pipe, RUN.value(), "--yes")).isZero();
        assertThat(pipe.shown()).contains("The gates were carl's and are now yours.");
    }

    @Test
    void whoeverHadItIsNotAsked() throws Exception {
        openedBy("anna");
        Terminal pipe = new Terminal(folder, false, "");
        assertThat(resume(pipe)).as(pipe.complained()).isZero();
        assertThat(pipe.shown())
                .contains("LIVE: checks and actions are real")
                .doesNotContain("gates were");
    }

    private static final class TakenUp extends Fakes.NoOperations {
        private int times;

        @Override
        public Opening resume(
                RunId run,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            times++;
            return new Opening.Opened(new Ended());
        }
    }

    private record Ended() implements Session {
        @Override
        public RunId id() {
            return RUN;
        }

        @Override
        public End run() {
            return new End.Closed(Verdict.RECOVERED);
        }

        @Override
        public void submit(OperatorCommand command) {}

        @Override
        public void close() {}
    }
}
