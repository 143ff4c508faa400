package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Carried;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Spool;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// F03: what a run does while its journal cannot be written, and afterwards.
class DuressTest extends EngineCase {
    private static final String ACT =
            """
            steps:
              - action: act
                on: a
                risk: mutate
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    private static final String DISRUPT =
            """
            steps:
              - check: look
                on: a
                run: cat "$HOME/state"
                timeout: 10s
                findings: { fine: 'lines[0] == "fine"' }
              - action: act
                on: a
                risk: disrupt
                requires: all(fine)
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    private final List<JournalPause> pauses = new ArrayList<>();
    private final HeldHere spool = new HeldHere();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private int resumed;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    /// As in the memory of a machine: words, not objects.
    private static final class HeldHere implements Spool {
        private final Map<RunId, List<String>> held = new HashMap<>();

        @Override
        public Optional<String> hold(RunId run, List<Carried> events) {
            held.put(run, events.stream().map(Carried::word).toList());
            return Optional.of("here");
        }

        @Override
        public Found find(RunId run) {
            List<Carried> events = new ArrayList<>();
            for (String word : held.getOrDefault(run, List.of())) {
                try {
                    events.add(Carried.read(word));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            return new Found(events, Optional.empty());
        }

        @Override
        public void discard(RunId run) {
            held.remove(run);
        }

        @Override
        public void setAside(RunId run) {
            held.remove(run);
        }
    }

    /// @param ways what the person says each time; empty: they leave
    private Attendant person(Rig rig, OperatorCommand.Way... ways) {
        Deque<OperatorCommand.Way> said = new ArrayDeque<>(List.of(ways));
        return new Attendant() {
            @Override
            public boolean paused(JournalPause pause) {
                pauses.add(pause);
                rig.tell(
                        said.isEmpty()
                                ? new OperatorCommand.Leave("enough")
                                : new OperatorCommand.OfJournal(said.poll()));
                return true;
            }

            @Override
            public void goesOn(RunState state) {
                resumed++;
            }
        };
    }

    private Rig failing(String yaml, Class<? extends RunEvent> kind, int times, boolean landed)
            throws Exception {
        Rig rig = rig(yaml).answer("act", "y", "y", "y");
        opened.add(rig);
        rig.journal = new FailingJournal(rig.journal, kind, times, landed).journal();
        rig.spool = spool;
        return rig;
    }

    private static List<String> words(Rig rig) throws Exception {
        return rig.events().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static void assertDoneOnce(Rig rig, RunEnd end) throws Exception {
        assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        assertThat(rig.effects("a")).containsExactly("acted");
        assertThat(rig.journal.audit().intact()).isTrue();
    }

    @Test
    void anOutcomeIsHeldAndRecordedLateOnceItsPersonSaysTryAgain() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 2, false);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 15));
        assertThat(pauses).hasSize(2);
        assertThat(pauses.getFirst().unrecorded())
                .containsExactly(
                        "act on a (attempt 1) finished (exit 0) but this could not be recorded · do not repeat by hand");
        assertThat(pauses.getFirst().spool()).contains("here");
        assertThat(resumed).isEqualTo(1);
        assertThat(spool.held).isEmpty();
        assertThat(words(rig)).containsSubsequence("Ended", "WrittenAgain").doesNotHaveDuplicates();
        assertThat(late(rig)).isEqualTo(1);
    }

    private static int late(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.WrittenAgain.class::isInstance)
                .mapToInt(event -> ((RunEvent.WrittenAgain) event).late())
                .sum();
    }

    @Test
    void anOutcomeThatLandedAfterAllIsNotRecordedTwice() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, true);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 15));
        assertThat(words(rig)).containsOnlyOnce("Ended", "WrittenAgain");
        assertThat(late(rig)).isZero();
    }

    @Test
    void anIntentThatWasNotWrittenIsReadyAgain() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, false);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 15));
        assertThat(words(rig)).containsOnlyOnce("Dispatched").doesNotContain("IntentVoid");
    }

    @Test
    void anIntentThatIsFoundOnDiskIsVoidedBeforeAnythingElse() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, true);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 15));
        List<String> words = words(rig);
        int first = words.indexOf("Dispatched");
        assertThat(words.subList(first, first + 3))
                .containsExactly("Dispatched", "IntentVoid", "WrittenAgain");
        assertThat(words.subList(first + 3, words.size())).containsOnlyOnce("Dispatched", "Ended");
    }

    @Test
    void aYesThatIsNotOnDiskDoesNotCountAndIsAskedForAgain() throws Exception {
        Rig rig = failing(ACT, RunEvent.GateAnswered.class, 1, false);
        Attendant person = person(rig, OperatorCommand.Way.RETRY);
        rig.attendant =
                new Attendant() {
                    @Override
                    public boolean paused(JournalPause pause) {
                        return person.paused(pause);
                    }

                    @Override
                    public void goesOn(RunState state) {
                        person.goesOn(state);
                        rig.ask(state.gates().open().orElseThrow());
                    }
                };
        assertDoneOnce(rig, within(rig, 15));
        assertThat(rig.refusals).anyMatch(it -> it.contains("does not count"));
        assertThat(words(rig)).containsOnlyOnce("GateAnswered");
    }

    @Test
    void aCheckThatWasDecidedOnDiskIsMadeAfterwards() throws Exception {
        for (boolean landed : new boolean[] {true, false}) {
            Rig rig =
                    failing("steps:\n" + LOOK, RunEvent.ObservationStarted.class, 1, landed);
            rig.attendant = person(rig, OperatorCommand.Way.RETRY);
            within(rig, 15);
            assertThat(words(rig).stream().filter("Observed"::equals)).hasSize(3);
        }
    }

    @Test
    void theBallastIsGivenBackWhenItsPersonSaysSo() throws Exception {
        Rig rig = rig(ACT).answer("act", "y");
        opened.add(rig);
        FailingJournal failing =
                new FailingJournal(rig.journal, RunEvent.Ended.class, Integer.MAX_VALUE, false);
        failing.ballast = true;
        rig.journal = failing.journal();
        rig.attendant = person(rig, OperatorCommand.Way.RETRY, OperatorCommand.Way.BALLAST);
        assertDoneOnce(rig, within(rig, 15));
        assertThat(pauses).extracting(JournalPause::ballast).containsExactly(true, true);
    }

    @Test
    void withoutAPersonTheRunEndsAndTheNextResumeRecordsWhatWasHeld() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        RunEnd end = within(rig, 15);
        assertThat(end).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(((RunEnd.JournalFailed) end).unrecorded()).hasSize(1);
        assertThat(words(rig)).doesNotContain("Ended");
        assertDoneOnce(rig, rig.resume());
        assertThat(words(rig))
                .containsSubsequence("Ended", "WrittenAgain", "RunResumed")
                .doesNotContain("Resolved", "ReceiptRead")
                .containsOnlyOnce("Ended");
        assertThat(spool.held).isEmpty();
    }

    @Test
    void whoeverLeavesWhileItCannotBeWrittenLosesNothing() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        rig.attendant = person(rig);
        assertThat(within(rig, 15)).isInstanceOf(RunEnd.JournalFailed.class);
        assertDoneOnce(rig, rig.resume());
        assertThat(words(rig)).containsOnlyOnce("Ended", "WrittenAgain");
    }

    @Test
    void anIntentOnDiskIsVoidedByTheNextProcessToo() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, true);
        assertThat(within(rig, 15)).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(rig.effects("a")).isEmpty();
        assertDoneOnce(rig, rig.resume());
        assertThat(words(rig)).containsSubsequence("Dispatched", "IntentVoid", "RunResumed");
    }

    @Test
    void whatIsHeldForARunThatWasTakenUpSinceIsLeftToTheReceipts() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        within(rig, 15);
        List<String> words = List.copyOf(spool.held.get(rig.id));
        rig.spool = Spool.NONE;
        rig.answer("act", "y");
        assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        assertThat(words(rig)).contains("Resolved");
        Late late =
                Late.of(
                        rig.journal.read(rig.id),
                        rig.journal.installation().id(),
                        List.of(Carried.read(words.getLast())));
        assertThat(late.events()).isEmpty();
        assertThat(late.refused())
                .singleElement()
                .asString()
                .contains("the run was taken up since", "the hosts are asked");
    }

    @Test
    void aLineCountsOnceAndForItsOwnStateOfItsOwnRunOnly() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        within(rig, 15);
        Carried line = Carried.read(spool.held.get(rig.id).getLast());
        var journal = rig.journal.read(rig.id);
        String here = rig.journal.installation().id();
        assertThat(Late.of(journal, here, List.of(line, line)).events()).hasSize(2);
        assertThat(Late.of(journal, "elsewhere", List.of(line)).events()).isEmpty();
        assertThat(Late.of(journal, here, List.of(with(line, line.epoch() + 1))).events())
                .isEmpty();
        Carried other =
                new Carried(
                        line.run(),
                        here,
                        line.epoch(),
                        line.after(),
                        "0".repeat(64),
                        line.at(),
                        Optional.empty(),
                        line.event());
        Late refused = Late.of(journal, here, List.of(other));
        assertThat(refused.events()).isEmpty();
        assertThat(refused.refused()).singleElement().asString().contains("another state");
    }

    private static Carried with(Carried line, long epoch) {
        return new Carried(
                line.run(),
                line.installation(),
                epoch,
                line.after(),
                line.head(),
                line.at(),
                Optional.empty(),
                line.event());
    }

    @Test
    void nothingThatDisruptsIsSentWhileSpaceIsLow() throws Exception {
        Rig rig = rig(DISRUPT).answer("act", "y a");
        opened.add(rig);
        FailingJournal full = new FailingJournal(rig.journal, RunEvent.Closed.class, 0, false);
        full.low = true;
        rig.journal = full.journal();
        List<Integer> effects = new ArrayList<>();
        rig.attendant =
                new Attendant() {
                    @Override
                    public boolean paused(JournalPause pause) {
                        pauses.add(pause);
                        effects.add(rig.effects("a").size());
                        full.low = pauses.size() < 2;
                        rig.tell(new OperatorCommand.OfJournal(OperatorCommand.Way.RETRY));
                        return true;
                    }

                    @Override
                    public void goesOn(RunState state) {
                        resumed++;
                    }
                };
        assertDoneOnce(rig, within(rig, 15));
        assertThat(effects).containsExactly(0, 0);
        assertThat(pauses.getFirst().low()).isTrue();
        assertThat(pauses.getFirst().reason()).isEqualTo("3 MiB are free; free 61 MiB");
        assertThat(resumed).isEqualTo(1);
    }

    @Test
    void whereNobodyIsLowSpaceEndsTheProcessAndSendsNothing() throws Exception {
        Rig rig = rig(DISRUPT).answer("act", "y a");
        opened.add(rig);
        FailingJournal full = new FailingJournal(rig.journal, RunEvent.Closed.class, 0, false);
        full.low = true;
        rig.journal = full.journal();
        assertThat(within(rig, 15)).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(rig.effects("a")).isEmpty();
    }

    @Test
    void theSameOnDisk() throws Exception {
        for (boolean landed : new boolean[] {true, false}) {
            for (var kind : List.of(RunEvent.Dispatched.class, RunEvent.Ended.class)) {
                Rig rig = rig(ACT).answer("act", "y", "y");
                opened.add(rig);
                Journal disk = SqliteJournal.open(folder.resolve(kind.getSimpleName() + landed));
                opened.add(disk);
                rig.journal = new FailingJournal(disk, kind, 1, landed).journal();
                rig.attendant = person(rig, OperatorCommand.Way.RETRY);
                assertThat(within(rig, 15)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
                assertThat(words(rig)).containsOnlyOnce("WrittenAgain", "Ended");
            }
        }
    }

    @Test
    void anEventThatIsGoneEndsTheRunReadOnly() throws Exception {
        Rig rig = rig(ACT).answer("act", "y");
        opened.add(rig);
        MemoryJournal real = new MemoryJournal();
        Journal empty = new MemoryJournal();
        boolean[] gone = new boolean[1];
        Journal failing = new FailingJournal(real, RunEvent.Ended.class, 1, false).journal();
        rig.journal =
                (Journal)
                        java.lang.reflect.Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Journal.class},
                                (proxy, method, arguments) -> {
                                    try {
                                        boolean lost = gone[0] && method.getName().equals("read");
                                        return method.invoke(lost ? empty : failing, arguments);
                                    } catch (java.lang.reflect.InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        Attendant person = person(rig, OperatorCommand.Way.RETRY);
        rig.attendant =
                new Attendant() {
                    @Override
                    public boolean paused(JournalPause pause) {
                        gone[0] = true;
                        return person.paused(pause);
                    }

                    @Override
                    public void goesOn(RunState state) {
                        throw new AssertionError("it goes on without its events");
                    }
                };
        RunEnd end = within(rig, 15);
        assertThat(end).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(((RunEnd.JournalFailed) end).reason())
                .contains("journal damaged at event 1 · no event before it");
    }

    @Test
    void theOutcomeInTheEventIsTheOneThatWasSeen() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        within(rig, 15);
        Carried line = Carried.read(spool.held.get(rig.id).getLast());
        assertThat(line.event())
                .isInstanceOfSatisfying(
                        RunEvent.Ended.class,
                        it -> assertThat(it.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }
}
