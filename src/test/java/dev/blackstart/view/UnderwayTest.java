package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a terminal shows while checks run: summed up, the troubled hosts by name.
class UnderwayTest {
    private static final StepId STEP = new StepId("store_answers");
    private final Underway underway = new Underway();

    private void saw(RunEvent event) {
        RunId run = RunId.of(1_772_000_000_000L, 1, 1);
        underway.saw(new Recorded(run, 1, SampleGates.NOW, "hash", event));
    }

    private void answers(String host, Duration took, boolean hung) {
        saw(new RunEvent.Observed(STEP, new HostName(host), seen(took, hung)));
    }

    private static Observation seen(Duration took, boolean hung) {
        return new Observation.Seen(
                hung ? OptionalInt.empty() : OptionalInt.of(0),
                Optional.empty(),
                hung,
                took,
                Kept.NOTHING,
                Kept.NOTHING,
                Map.of(),
                Optional.empty());
    }

    private List<String> lines() {
        Instant now = SampleGates.NOW.plusSeconds(12);
        return underway.lines(now, 80, 5);
    }

    private void foundDone(ActionKey action) {
        saw(
                new RunEvent.Resolved(
                        action,
                        Purpose.ACT,
                        new Outcome.Succeeded(Duration.ZERO),
                        Resolver.RECEIPT,
                        new Person("host"),
                        "read from the host",
                        Optional.empty()));
    }

    @Test
    void sumsUpHundredsAndNamesTheFew() {
        for (int i = 1; i <= 300; i++) {
            saw(new RunEvent.ObservationStarted(STEP, new HostName("n" + i)));
        }
        for (int i = 1; i <= 298; i++) {
            answers("n" + i, Duration.ofSeconds(i <= 2 ? 4 : 1), i == 7);
        }
        assertThat(lines())
                .containsExactly(
                        "store_answers     12 s · 295 ok, 2 slow: n1, n2, 1 HUNG: n7"
                                + " · 2 to come: n299, …");
    }

    @Test
    void whatWasSentIsBeingProvenOnlyWhileItIs() {
        ActionKey action = new ActionKey(STEP, new HostName("n1"), 1);
        saw(new RunEvent.Dispatched(action, Purpose.ACT, "ab", "cd", new GateId(1)));
        saw(
                new RunEvent.Ended(
                        action,
                        Purpose.ACT,
                        new Outcome.Succeeded(Duration.ofSeconds(1)),
                        Kept.NOTHING,
                        Kept.NOTHING));
        assertThat(lines().getFirst()).contains("1 done · being proven");
        saw(new RunEvent.WaveProven(STEP, 1, Truth.TRUE, List.of()));
        assertThat(lines().getFirst()).contains("1 done · wave 1 proven").doesNotContain("being");
        saw(new RunEvent.WaveSoaked(STEP, 1));
        assertThat(lines().getFirst()).contains("being proven after the pause");
        Gate menu = SampleGates.menu(1);
        saw(new RunEvent.GateOpened(menu));
        assertThat(lines().getFirst()).contains("gate G5 is open").doesNotContain("being");
        Person anna = new Person("anna");
        saw(new RunEvent.GateAnswered(menu.id(), menu.digest(), "inspect", "", anna));
        saw(new RunEvent.InspectionStarted(menu.id(), STEP, new HostName("n1"), "df", anna));
        assertThat(lines().getFirst()).contains("gate G5 is open");
        assertThat(lines().getLast()).contains("inspecting n1");
        saw(new RunEvent.GateAnswered(menu.id(), menu.digest(), "again", "", anna));
        assertThat(lines().getFirst()).contains("being proven");
    }

    @Test
    void nothingIsLeftWhenAllHaveAnswered() {
        saw(new RunEvent.ObservationStarted(STEP, new HostName("n1")));
        assertThat(lines()).containsExactly("store_answers     12 s · waits for n1");
        answers("n1", Duration.ofSeconds(1), false);
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatIsUnknownIsCalledSoUntilItIsKnown() {
        ActionKey action = new ActionKey(STEP, new HostName("n1"), 1);
        sent(action);
        ended(action, new Outcome.Unknown("the connection was lost"));
        assertThat(lines())
                .containsExactly("store_answers     1 UNKNOWN: n1 · asking the host · 12 s");
        receipt(action, ReceiptWord.RUNNING);
        assertThat(lines()).containsExactly("store_answers     running on n1 · 12 s");
        receipt(action, ReceiptWord.NO_ANSWER);
        assertThat(lines())
                .containsExactly("store_answers     1 UNKNOWN: n1 · asking the host · 12 s");
        receipt(action, ReceiptWord.UNDECIDED);
        assertThat(lines())
                .containsExactly("store_answers     1 UNKNOWN: n1 · being found out · 12 s");
        foundDone(action);
        assertThat(lines()).containsExactly("store_answers     1 done · being proven · 12 s");
    }

    @Test
    void whatWasNotDoneAndIsKnownToBeDoneAfterAllCountsOnceAndAsDone() {
        ActionKey action = new ActionKey(STEP, new HostName("n1"), 1);
        sent(action);
        ended(action, new Outcome.Unreachable("not applied, said a person"));
        assertThat(lines().getFirst()).contains("1 NOT DONE: n1");
        foundDone(action);
        assertThat(lines()).containsExactly("store_answers     1 done · being proven · 12 s");
    }

    @Test
    void whatANewProcessFindsStillAtWorkIsShown() {
        saw(
                new RunEvent.ReceiptRead(
                        new ActionKey(STEP, new HostName("n1"), 1),
                        Purpose.ACT,
                        ReceiptWord.RUNNING,
                        "re-attached"));
        assertThat(lines()).containsExactly("store_answers     running on n1 · 12 s");
    }

    @Test
    void eachOutcomeHasItsWord() {
        Duration took = Duration.ofSeconds(1);
        assertThat(shownAfter(new Outcome.Succeeded(took))).contains("1 done");
        for (Outcome known :
                List.of(
                        new Outcome.Failed("exit 3", took),
                        new Outcome.TimedOut(took),
                        new Outcome.Unreachable("refused"))) {
            assertThat(shownAfter(known)).contains("1 NOT DONE: n1").doesNotContain("UNKNOWN");
        }
        assertThat(shownAfter(new Outcome.Unknown("lost")))
                .contains("1 UNKNOWN: n1")
                .doesNotContain("NOT DONE", "proven");
    }

    @Test
    void whatIsSentAgainIsNoLongerNotDone() {
        ActionKey action = new ActionKey(STEP, new HostName("n1"), 1);
        sent(action);
        ended(action, new Outcome.Failed("exit 3", Duration.ofSeconds(1)));
        sent(new ActionKey(STEP, new HostName("n1"), 2));
        assertThat(lines()).containsExactly("store_answers     running on n1 · 12 s");
    }

    private static String shownAfter(Outcome outcome) {
        UnderwayTest fresh = new UnderwayTest();
        ActionKey action = new ActionKey(STEP, new HostName("n1"), 1);
        fresh.sent(action);
        fresh.ended(action, outcome);
        return String.join("\n", fresh.lines());
    }

    private void sent(ActionKey action) {
        saw(new RunEvent.Dispatched(action, Purpose.ACT, "ab", "cd", new GateId(1)));
    }

    private void ended(ActionKey action, Outcome outcome) {
        saw(new RunEvent.Ended(action, Purpose.ACT, outcome, Kept.NOTHING, Kept.NOTHING));
    }

    private void receipt(ActionKey action, ReceiptWord word) {
        saw(new RunEvent.ReceiptRead(action, Purpose.ACT, word, "the host's words"));
    }
}
