package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.CaptureTime;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Repayment;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Golden;
import dev.blackstart.view.SampleGates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the runs of a journal owe, and who asks for it back.
class LoansTest {
    private static final StepId STEP = new StepId("point_outside");
    private static final HostName CP1 = new HostName("cp1");

    @TempDir Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> asked = new ArrayList<>();

    /// Notes what is asked of it, and repays when it is told to.
    private final class Repaid extends Fakes.NoOperations {
        private final boolean pays;

        Repaid(boolean pays) {
            this.pays = pays;
        }

        @Override
        public Opening repay(
                RunId run,
                Optional<StepId> step,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            asked.add(run + " " + step.map(StepId::value).orElse("all"));
            return new Opening.Opened(new Ending(run, pays));
        }
    }

    private final class Ending implements Session {
        private final RunId run;
        private final boolean pays;

        Ending(RunId run, boolean pays) {
            this.run = run;
            this.pays = pays;
        }

        @Override
        public RunId id() {
            return run;
        }

        @Override
        public End run() {
            if (pays) {
                append(run, new RunEvent.LoanRepaid(STEP, CP1, Repayment.UNDONE, "it is back"));
            }
            return new End.Closed(pays ? Verdict.RECOVERED : Verdict.RECOVERED_WITH_LOANS);
        }

        @Override
        public void submit(dev.blackstart.engine.OperatorCommand command) {}

        @Override
        public void close() {}
    }

    private void append(RunId run, RunEvent... events) {
        try {
            long after = RunState.fold(journal.read(run)).sequence();
            journal.append(run, after, SampleGates.NOW, List.of(events));
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    private RunId lent(int number, Mode mode, Instant due) throws Exception {
        RunId run = RunId.of(1_772_000_000_000L + number, number, number);
        Path source = Path.of("src/test/resources/cli/runbooks/stuck-cache");
        append(
                run,
                new RunEvent.RunOpened(
                        run,
                        "stuck-cache",
                        "Free a stuck cache",
                        mode,
                        new Person("anna"),
                        Map.of(
                                "runbook/runbook.yaml",
                                        journal.keep(
                                                Files.readAllBytes(source.resolve("runbook.yaml"))),
                                "runbook/scripts/remove-lock.sh",
                                        journal.keep(
                                                Files.readAllBytes(
                                                        source.resolve("scripts/remove-lock.sh")))),
                        Map.of(),
                        "test",
                        Optional.empty()),
                new RunEvent.Captured(
                        STEP, CP1, CaptureTime.ORIGINAL, Optional.of("server=10.0.0.1"), ""),
                new RunEvent.LoanTaken(
                        STEP, CP1, due, "Answer from an outside resolver", "scripts/restore.sh"),
                new RunEvent.Closed(Verdict.RECOVERED_WITH_LOANS, List.of(), SampleGates.NOW));
        return run;
    }

    private int command(Terminal terminal, Operations operations, String... words) {
        return new Door(terminal.surroundings(), Fakes.ports(journal, operations)).run(words);
    }

    private Terminal terminal() {
        return new Terminal(folder, false, "");
    }

    @Test
    void loansAreListedWithWhatIsOverdueFirstAndWithoutDrills() throws Exception {
        Instant now = terminal().surroundings().clock().instant();
        lent(1, Mode.LIVE, now.plus(Duration.ofHours(23)));
        lent(2, Mode.LIVE, now.minus(Duration.ofHours(2)));
        lent(3, Mode.DRILL, now.plus(Duration.ofHours(1)));
        Terminal text = terminal();
        assertThat(command(text, new Repaid(true), "loans")).as(text.complained()).isZero();
        Golden.check("cli/loans/list.txt", text.shown());
        Terminal json = terminal();
        assertThat(command(json, new Repaid(true), "loans", "--output", "json")).isZero();
        Golden.check("cli/loans/list-json.txt", json.shown());
        Terminal runs = terminal();
        assertThat(command(runs, new Repaid(true), "runs")).isZero();
        assertThat(runs.shown())
                .contains("2 loans are open, 1 OVERDUE; blackstart loans shows them.");
    }

    @Test
    void repayingOpensTheRunThatOwes() throws Exception {
        RunId run = lent(1, Mode.LIVE, SampleGates.NOW);
        Terminal terminal = terminal();
        assertThat(command(terminal, new Repaid(true), "loans", "repay", "last", "point_outside"))
                .as(terminal.complained())
                .isZero();
        assertThat(asked).containsExactly(run + " point_outside");
    }

    @Test
    void lastIsTheNewestRunThatOwes() throws Exception {
        lent(1, Mode.LIVE, SampleGates.NOW);
        RunId owes = lent(2, Mode.LIVE, SampleGates.NOW);
        append(
                lent(3, Mode.LIVE, SampleGates.NOW),
                new RunEvent.LoanRepaid(STEP, CP1, Repayment.UNDONE, "it is back"));
        lent(4, Mode.DRILL, SampleGates.NOW);
        assertThat(command(terminal(), new Repaid(false), "loans", "repay", "last")).isEqualTo(1);
        assertThat(command(terminal(), new Repaid(false), "loans", "repay")).isEqualTo(1);
        assertThat(asked).containsExactly(owes + " all", owes + " all");
    }

    @Test
    void whereNoRunOwesAnythingThatIsSaid() throws Exception {
        lent(4, Mode.DRILL, SampleGates.NOW);
        Terminal terminal = terminal();
        assertThat(command(terminal, new Repaid(true), "loans", "repay", "last")).isEqualTo(3);
        assertThat(terminal.complained()).contains("No run owes anything");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsStillOwedIsNoSuccess() throws Exception {
        lent(1, Mode.LIVE, SampleGates.NOW);
        assertThat(command(terminal(), new Repaid(false), "loans", "repay", "last")).isEqualTo(1);
    }

    @Test
    void aStepThatLentNothingIsRefused() throws Exception {
        RunId run = lent(1, Mode.LIVE, SampleGates.NOW);
        Terminal terminal = terminal();
        assertThat(command(terminal, new Repaid(true), "loans", "repay", "last", "other"))
                .isEqualTo(3);
        assertThat(terminal.complained())
                .contains("Run " + run + " owes nothing of step other; blackstart loans shows");
        assertThat(asked).isEmpty();
    }
}
