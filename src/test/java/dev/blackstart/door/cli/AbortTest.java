package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.view.SampleGates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody ends what somebody else answers for without having been asked, and without a reason.
class AbortTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private static final Person ANNA = new Person("anna");
    private static final Person BO = new Person("bo");

    @TempDir Path folder;

    private final MemoryJournal journal = new MemoryJournal();

    /// Opened by anna, who types here, and handed over to bo; this very process carries it out.
    @BeforeEach
    void boHasTheHand() throws Exception {
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
                        ANNA,
                        Map.of(
                                "runbook/runbook.yaml", journal.keep(runbook),
                                "runbook/scripts/remove-lock.sh", journal.keep(script)),
                        Map.of(),
                        "test",
                        Optional.empty());
        journal.append(RUN, 0, SampleGates.NOW.minusSeconds(60), List.of(opened));
        journal.claim(RUN, Owner.current("bo", SampleGates.NOW));
        handed(BO);
    }

    private void handed(Person to) throws Exception {
        journal.append(
                RUN,
                journal.newest(RUN),
                SampleGates.NOW.minusSeconds(20),
                List.of(new RunEvent.WheelTaken(to)));
    }

    private int abort(Terminal terminal, String... more) {
        String[] words = new String[more.length + 1];
        words[0] = "abort";
        System.arraycopy(more, 0, words, 1, more.length);
        Ports ports = Fakes.ports(journal, new HeldElsewhere());
        return new Door(terminal.surroundings(), ports).run(words);
    }

    private Terminal typing(String typed) {
        return new Terminal(folder, true, typed);
    }

    private List<Request> asked() throws Exception {
        return journal.takeRequests(RUN);
    }

    private static Request stop(String reason) {
        return Posted.of(new OperatorCommand.Stop(ANNA, reason)).orElseThrow();
    }

    @Test
    void aPersonIsShownWhoseRunItIsAndAskedForYesAndReason() throws Exception {
        Terminal terminal = typing("y\nbo is asleep\n");
        assertThat(abort(terminal)).as(terminal.complained()).isZero();
        assertThat(terminal.shown())
                .contains(
                        "run      " + RUN + " (stuck-cache, live): Free a stuck",
                        "hand     bo answers its gates since 03:12:20 UTC, 20 s ago",
                        "process  carried out now by a process of bo",
                        "open     no gate, and nothing runs",
                        "blackstart attach " + RUN,
                        "End the run of bo? [y N]> ");
        assertThat(asked()).containsExactly(stop("bo is asleep"));
    }

    @Test
    void anythingButAYesEndsNothing() throws Exception {
        for (String typed : List.of("\n", "n\n", "", "y\n", "y\n\n")) {
            Terminal terminal = typing(typed);
            assertThat(abort(terminal, RUN.value())).isEqualTo(4);
            assertThat(terminal.complained()).startsWith("Nothing was ended");
            assertThat(asked()).isEmpty();
        }
    }

    @Test
    void withoutATerminalOnlyTheExactCommandEndsIt() throws Exception {
        Terminal pipe = new Terminal(folder, false, "y\ny\n");
        assertThat(abort(pipe, "--reason", "wrong cluster")).isEqualTo(6);
        assertThat(pipe.complained())
                .contains(
                        "bo answers the gates of run "
                                + RUN
                                + ", so nothing was ended; blackstart abort "
                                + RUN
                                + " --yes --reason TEXT ends it all the same.");
        assertThat(abort(pipe, "--yes")).isEqualTo(2);
        assertThat(asked()).isEmpty();
        assertThat(abort(pipe, "--yes", "--reason", "wrong cluster")).isZero();
        assertThat(asked()).containsExactly(stop("wrong cluster"));
    }

    @Test
    void whoeverHasTheHandIsNotAsked() throws Exception {
        handed(ANNA);
        Terminal terminal = typing("");
        assertThat(abort(terminal)).isZero();
        assertThat(asked()).containsExactly(stop("no reason given"));
    }

    /// Another process carries the run out, as one sees it from here.
    private static final class HeldElsewhere extends Fakes.NoOperations {
        @Override
        public Opening takeUpToEnd(RunId run, Person by, Places places, Audience audience) {
            return new Opening.Held(Owner.current("bo", SampleGates.NOW));
        }
    }
}
