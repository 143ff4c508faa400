package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.view.SampleGates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which run `resume` and `abort` take when none is named, and how a left drill is closed.
class OpenRunsTest {
    @TempDir Path folder;

    private final MemoryJournal journal = new MemoryJournal();

    private RunId opened(int number, Mode mode) throws Exception {
        RunId run = RunId.of(1_772_000_000_000L + number, number, number);
        RunEvent event =
                new RunEvent.RunOpened(
                        run,
                        "stuck-cache",
                        "Free a stuck cache",
                        mode,
                        new Person("anna"),
                        Map.of(
                                "runbook/runbook.yaml", kept("runbook.yaml"),
                                "runbook/scripts/remove-lock.sh", kept("scripts/remove-lock.sh")),
                        Map.of(),
                        "test",
                        mode == Mode.DRILL ? Optional.of("left-lock") : Optional.empty());
        journal.append(run, 0, SampleGates.NOW, List.of(event));
        return run;
    }

    private String kept(String file) throws Exception {
        Path source = Path.of("src/test/resources/cli/runbooks/stuck-cache").resolve(file);
        return journal.keep(Files.readAllBytes(source));
    }

    private int command(Terminal terminal, String... words) {
        Ports ports = Fakes.ports(journal, new Fakes.NoOperations());
        return new Door(terminal.surroundings(), ports).run(words);
    }

    private Terminal terminal() {
        return new Terminal(folder, false, "");
    }

    @Test
    void aDrillThatWasLeftIsClosedByAbort() throws Exception {
        RunId drill = opened(1, Mode.DRILL);
        Terminal terminal = terminal();

        int exit = command(terminal, "abort", drill.value(), "--reason", "enough");

        assertThat(exit).as(terminal.complained()).isZero();
        assertThat(terminal.shown()).contains("Drill " + drill + " is closed (stopped)");
        RunState state = RunState.fold(journal.read(drill));
        assertThat(state.stop().orElseThrow().reason()).isEqualTo("enough");
        assertThat(state.closed().orElseThrow().verdict()).isEqualTo(Verdict.STOPPED);
        assertThat(journal.claim(drill, Owner.current("cy", SampleGates.NOW)))
                .isInstanceOf(dev.blackstart.journal.Ownership.Taken.class);
    }

    @Test
    void withoutANameDrillsAndClosedRunsAreNotMeant() throws Exception {
        opened(1, Mode.DRILL);
        RunId closed = opened(2, Mode.LIVE);
        close(closed);
        Terminal terminal = terminal();

        assertThat(command(terminal, "abort")).isEqualTo(3);
        assertThat(terminal.complained()).contains("No run is open");
        assertThat(RunState.fold(journal.read(closed)).sequence()).isEqualTo(2);
    }

    @Test
    void theOnlyOpenRunIsMeant() throws Exception {
        RunId open = opened(1, Mode.LIVE);
        close(opened(2, Mode.LIVE));
        opened(3, Mode.DRILL);
        try (Archive archive = archive()) {
            assertThat(archive.open("", "resume", SampleGates.NOW, 80)).isEqualTo(open);
        }
    }

    @Test
    void severalOpenRunsAreListedAndNoneIsTaken() throws Exception {
        List<RunId> runs = new ArrayList<>(List.of(opened(1, Mode.LIVE), opened(2, Mode.LIVE)));
        Terminal terminal = terminal();

        assertThat(command(terminal, "resume")).isEqualTo(3);
        assertThat(terminal.complained())
                .contains(runs.get(0).value(), runs.get(1).value())
                .contains("2 runs are open; name the one that is meant: blackstart resume RUN.");
    }

    private void close(RunId run) throws JournalException {
        RunEvent closed = new RunEvent.Closed(Verdict.RECOVERED, List.of(), SampleGates.NOW);
        journal.append(run, 1, SampleGates.NOW, List.of(closed));
    }

    private Archive archive() {
        return Archive.open(folder -> journal, folder);
    }
}
