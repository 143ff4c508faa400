package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.run.Wheel;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.SampleGates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `run` makes of a session: exit codes, who answers gates, what signals do.
class ConductTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);

    @TempDir Path folder;

    @BeforeEach
    void copyRunbooks() throws IOException {
        Path source = Path.of("src/test/resources/cli/runbooks");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("runbooks").resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static int run(Terminal terminal, Fakes.Play play, String... more) {
        return run(terminal, new Fakes.Played(play), more);
    }

    private static int run(Terminal terminal, Operations operations, String... more) {
        String[] words =
                Stream.concat(Stream.of("run", "stuck-cache"), Stream.of(more))
                        .toArray(String[]::new);
        Ports ports = Fakes.ports(new MemoryJournal(), operations);
        return new Door(terminal.surroundings(), ports).run(words);
    }

    private Terminal typing(String typed) {
        return new Terminal(folder, true, typed);
    }

    private static void open(Operations.Audience audience, Gate gate) {
        Recorded recorded =
                new Recorded(RUN, 1, SampleGates.NOW, "hash", new RunEvent.GateOpened(gate));
        audience.watcher().recorded(recorded, RunState.fold(List.of(recorded)));
    }

    private static OperatorCommand next(BlockingQueue<OperatorCommand> told) {
        try {
            OperatorCommand command = told.poll(20, TimeUnit.SECONDS);
            if (command == null) {
                throw new AssertionError("nobody answered the gate");
            }
            return command;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Opens the gate, hears the answer, and waits when it was to leave.
    private static Session.End ask(
            Gate gate, Operations.Audience audience, BlockingQueue<OperatorCommand> told) {
        open(audience, gate);
        return switch (next(told)) {
            case OperatorCommand.Answer answer -> new Session.End.Closed(Verdict.RECOVERED);
            case OperatorCommand.Stop stop -> new Session.End.Closed(Verdict.STOPPED);
            case OperatorCommand.HandOver it -> throw new AssertionError(it);
            case OperatorCommand.TakeOver it -> throw new AssertionError(it);
            case OperatorCommand.OfJournal it -> throw new AssertionError(it);
            case OperatorCommand.Note note -> new Session.End.Waiting(note.text());
            case OperatorCommand.Leave leave -> new Session.End.Waiting(leave.reason());
        };
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictHasItsExitCode(Verdict verdict) {
        int expected =
                switch (verdict) {
                    case RECOVERED, RECOVERED_WITH_LOANS, NOT_NEEDED, DIAGNOSED -> 0;
                    case STILL_BROKEN, PARTIAL -> 1;
                    case STOPPED -> 4;
                    case UNDECIDED, WITH_UNKNOWNS -> 5;
                };
        assertThat(run(typing(""), (audience, told) -> new Session.End.Closed(verdict)))
                .isEqualTo(expected);
    }

    @Test
    void aLostJournalIsSeven() {
        Terminal terminal = typing("");
        assertThat(
                        run(
                                terminal,
                                (audience, told) ->
                                        new Session.End.JournalLost(
                                                new JournalPause(
                                                        false,
                                                        "disk full",
                                                        SampleGates.NOW,
                                                        List.of("a ended"),
                                                        Optional.empty(),
                                                        List.of(),
                                                        false))))
                .isEqualTo(7);
        assertThat(terminal.shown()).contains("nothing more was sent: disk full", "a ended");
    }

    @Test
    void aHeldRunIsSixAndSaysByWhom() {
        Fakes.Played operations = new Fakes.Played((audience, told) -> new Session.End.Waiting(""));
        operations.holder = Optional.of(new Owner("cy", 4711, 1, "boot", SampleGates.NOW));
        Terminal terminal = typing("");
        assertThat(run(terminal, operations)).isEqualTo(6);
        assertThat(terminal.complained())
                .contains("A process of cy (4711) has carried the run out since 03:12:40 UTC");
    }

    @Test
    void hostsThatAnotherRunHoldsAreSixAndSaidByWhomAndSinceWhen() {
        Fakes.Played operations = new Fakes.Played((audience, told) -> new Session.End.Waiting(""));
        Holder anna = new Holder(RUN, "anna", "Bring the cache back", SampleGates.NOW);
        Lock first = new Lock("key SHA256:a", "web1");
        Lock second = new Lock("key SHA256:b", "web2");
        Lock resource = Lock.resource("cache-main");
        operations.locked =
                Optional.of(
                        new Operations.Opening.Locked(
                                List.of(
                                        new HeldLock(second, anna, false, true),
                                        new HeldLock(resource, anna, false, true)),
                                Set.of(first, second, resource),
                                Map.of(
                                        RUN,
                                        new Wheel.Hand(
                                                new Person("bo"),
                                                SampleGates.NOW.minusSeconds(40))),
                                Map.of()));
        Terminal terminal = typing("");
        assertThat(run(terminal, operations)).isEqualTo(6);
        String said = terminal.complained().replace("\n", " ");
        assertThat(said)
                .contains(
                        "1 of 2 hosts (web2) and the resource cache-main are held by run "
                                + RUN
                                + " (\"Bring the cache back\").",
                        "bo answers its gates since 03:12:00 UTC, 40 s ago.",
                        "blackstart attach "
                                + RUN
                                + " watches it; bo hands it to you with blackstart hand-over "
                                + RUN
                                + " --to anna. Only when bo cannot be asked: blackstart abort "
                                + RUN
                                + " ends it for good, blackstart resume "
                                + RUN
                                + " --take-over --reason WHY takes it over.",
                        "blackstart diagnose stuck-cache needs no lock.");
    }

    @Test
    void aLockOfARunThatCannotBeReadIsSaidWithWhatCanBeDone() {
        Fakes.Played operations = new Fakes.Played((audience, told) -> new Session.End.Waiting(""));
        Holder anna = new Holder(RUN, "anna", "Bring the cache back", SampleGates.NOW);
        Lock web1 = new Lock("key SHA256:a", "web1");
        operations.locked =
                Optional.of(
                        new Operations.Opening.Locked(
                                List.of(new HeldLock(web1, anna, true, false)),
                                Set.of(web1),
                                Map.of(),
                                Map.of(RUN, "journal damaged at event 6")));
        Terminal terminal = typing("");
        assertThat(run(terminal, operations)).isEqualTo(6);
        assertThat(terminal.complained().replace("\n", " "))
                .contains(
                        "That run can be neither gone on with nor ended: journal damaged at event 6.",
                        "blackstart audit begin-anew --reason TEXT",
                        "Look without acting: blackstart diagnose stuck-cache needs no lock.")
                .doesNotContain("blackstart resume", "blackstart abort", "Wait until");
    }

    @Test
    void aBugIsSeventyWithoutStackTrace() {
        Terminal terminal = typing("");
        Fakes.Play play =
                (audience, told) -> {
                    throw new IllegalStateException("oops");
                };
        assertThat(run(terminal, play)).isEqualTo(70);
        assertThat(terminal.complained()).contains("bug in itself", "oops").doesNotContain("\tat ");
    }

    @Test
    void anAnswerReachesTheEngine() {
        Terminal terminal = typing("y\n");
        assertThat(run(terminal, (a, told) -> ask(SampleGates.mutate(), a, told))).isZero();
        assertThat(terminal.shown()).contains("-- gate G3 · drain_log_pipe · mutate");
    }

    @Test
    void noAnswerLeavesTheRunWaitingAndSaysHowToResume() {
        Terminal terminal = typing("");
        assertThat(run(terminal, (a, told) -> ask(SampleGates.mutate(), a, told))).isEqualTo(4);
        assertThat(terminal.shown())
                .contains("nothing was approved", "blackstart resume " + RUN + " asks again.");
    }

    @Test
    void noTerminalMeansNo() {
        Terminal terminal = new Terminal(folder, false, "y\n");
        assertThat(run(terminal, (a, told) -> ask(SampleGates.mutate(), a, told))).isEqualTo(4);
        assertThat(terminal.shown()).contains("no terminal to answer gate G3 on");
    }

    @Test
    void yesCoversWhatMutatesAndNothingElse() {
        Terminal unattended = new Terminal(folder, false, "");
        assertThat(run(unattended, (a, told) -> ask(SampleGates.mutate(), a, told), "--yes"))
                .isZero();
        assertThat(run(unattended, (a, told) -> ask(SampleGates.disrupt(), a, told), "--yes"))
                .isEqualTo(4);
        assertThat(run(unattended, (a, told) -> ask(SampleGates.decision(), a, told), "--yes"))
                .isEqualTo(4);
    }

    @Test
    void aRefusedAnswerIsAskedAgain() {
        Terminal terminal = typing("y\nn\n");
        Fakes.Play play =
                (audience, told) -> {
                    open(audience, SampleGates.mutate());
                    next(told);
                    audience.refusals().accept("The evidence changed; look again.");
                    OperatorCommand second = next(told);
                    assertThat(second)
                            .isInstanceOfSatisfying(
                                    OperatorCommand.Answer.class,
                                    it -> assertThat(it.choice()).isEqualTo("n"));
                    return new Session.End.Closed(Verdict.STOPPED);
                };
        assertThat(run(terminal, play)).isEqualTo(4);
        assertThat(terminal.shown()).contains("The evidence changed; look again.");
    }

    @ParameterizedTest
    @EnumSource(Signals.Signal.class)
    void aSignalPausesAndIsTheExitCode(Signals.Signal signal) {
        Terminal terminal = typing("");
        Fakes.Play play =
                (audience, told) -> {
                    terminal.signal(signal);
                    OperatorCommand.Leave leave = (OperatorCommand.Leave) next(told);
                    return new Session.End.Waiting(leave.reason());
                };
        assertThat(run(terminal, play)).isEqualTo(128 + signal.number());
        assertThat(terminal.left).isEmpty();
    }

    @Test
    void ctrlCNamesWhatStillRunsAndWhere() {
        Terminal terminal = typing("");
        ActionKey action = new ActionKey(new StepId("remove_lock"), new HostName("web1"), 1);
        Fakes.Play play =
                (audience, told) -> {
                    RunEvent sent =
                            new RunEvent.Dispatched(action, Purpose.ACT, "ab", "cd", new GateId(1));
                    Recorded recorded = new Recorded(RUN, 1, SampleGates.NOW, "hash", sent);
                    audience.watcher().recorded(recorded, RunState.fold(List.of(recorded)));
                    terminal.signal(Signals.Signal.INT);
                    return new Session.End.Waiting("Ctrl-C");
                };
        run(terminal, play);
        assertThat(terminal.shown()).contains("Still running: remove_lock on web1 (attempt 1).");
    }

    @Test
    void ctrlCNamesWhatWasFoundAtWorkAgainAndWhatIsUnknown() {
        Terminal terminal = typing("");
        ActionKey slow = new ActionKey(new StepId("slow"), new HostName("web1"), 1);
        ActionKey lost = new ActionKey(new StepId("slow"), new HostName("web2"), 1);
        Fakes.Play play =
                (audience, told) -> {
                    List<RunEvent> events =
                            List.of(
                                    new RunEvent.Dispatched(
                                            slow, Purpose.ACT, "ab", "cd", new GateId(1)),
                                    new RunEvent.Dispatched(
                                            lost, Purpose.ACT, "ac", "cd", new GateId(1)),
                                    new RunEvent.RunResumed(new Person("anna")),
                                    new RunEvent.ReceiptRead(
                                            slow, Purpose.ACT, ReceiptWord.RUNNING, "at work"));
                    Fakes.told(audience, RUN, events);
                    terminal.signal(Signals.Signal.INT);
                    terminal.signal(Signals.Signal.INT);
                    return new Session.End.Waiting("Ctrl-C");
                };
        run(terminal, play);
        assertThat(terminal.shown())
                .contains(
                        "Still running: slow on web1 (attempt 1).",
                        "Outcome not known: slow on web2 (attempt 1).",
                        """
                        Left now.
                        Outcome not known:
                          slow on web1 (attempt 1) may still run on its host
                          slow on web2 (attempt 1) may still run on its host
                        """)
                .doesNotContain("Nothing was running");
    }

    @Test
    void ctrlCTwiceLeavesNowAndSaysWhatIsNotKnown() {
        Terminal terminal = typing("");
        Fakes.Play play =
                (audience, told) -> {
                    terminal.signal(Signals.Signal.INT);
                    terminal.signal(Signals.Signal.INT);
                    return new Session.End.Waiting("Ctrl-C");
                };
        run(terminal, play);
        assertThat(terminal.left).containsExactly(130);
        assertThat(terminal.shown())
                .contains("Pausing after running actions", "Left now. Nothing was running.");
    }
}
