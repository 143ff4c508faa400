package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// F03: what a run does while its journal cannot be written, and afterwards.
class DuressTest extends DuressCase {
    @Test
    void anOutcomeIsHeldAndRecordedLateOnceItsPersonSaysTryAgain() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 2, false);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 60));
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

    @Test
    void whatWasNeverSentIsNotSaidToHaveFinished() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        rig.hosts.unreachable("a");
        rig.attendant = person(rig);
        within(rig, 60);
        assertThat(pauses.getFirst().unrecorded())
                .containsExactly(
                        "act on a (attempt 1) was not sent (unreachable), which could not be recorded");
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
        assertDoneOnce(rig, within(rig, 60));
        assertThat(words(rig)).containsOnlyOnce("Ended", "WrittenAgain");
        assertThat(late(rig)).isZero();
    }

    @Test
    void anIntentThatWasNotWrittenIsReadyAgain() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, false);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 60));
        assertThat(words(rig)).containsOnlyOnce("Dispatched").doesNotContain("IntentVoid");
    }

    @Test
    void anIntentThatIsFoundOnDiskIsVoidedBeforeAnythingElse() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, true);
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        assertDoneOnce(rig, within(rig, 60));
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
        assertDoneOnce(rig, within(rig, 60));
        assertThat(rig.refusals).anyMatch(it -> it.contains("does not count"));
        assertThat(words(rig)).containsOnlyOnce("GateAnswered");
    }

    @Test
    void aCheckThatWasDecidedOnDiskIsMadeAfterwards() throws Exception {
        for (boolean landed : new boolean[] {true, false}) {
            Rig rig = failing("steps:\n" + LOOK, RunEvent.ObservationStarted.class, 1, landed);
            rig.attendant = person(rig, OperatorCommand.Way.RETRY);
            within(rig, 60);
            assertThat(words(rig).stream().filter("Observed"::equals)).hasSize(3);
        }
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
                assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
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
        RunEnd end = within(rig, 60);
        assertThat(end).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(((RunEnd.JournalFailed) end).reason())
                .contains("journal damaged at event 1 · no event before it");
    }

    /// A journal that was renamed away, or is damaged: nothing that could be said here helps.
    @Test
    void nobodyIsAskedAboutAJournalThatTakesNothingMore() throws Exception {
        Rig rig = rig(ACT).answer("act", "y");
        opened.add(rig);
        FailingJournal failing = new FailingJournal(rig.journal, RunEvent.Ended.class, 1, false);
        failing.how = JournalException.Kind.DAMAGED;
        rig.journal = failing.journal();
        rig.spool = spool;
        rig.attendant = person(rig, OperatorCommand.Way.RETRY);
        RunEnd end = within(rig, 60);
        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.JournalFailed.class,
                        it ->
                                assertThat(it.unrecorded())
                                        .singleElement()
                                        .asString()
                                        .contains("could not be recorded"));
        assertThat(pauses).isEmpty();
        assertThat(spool.held).hasSize(1);
        assertThat(rig.effects("a")).containsExactly("acted");
    }
}
