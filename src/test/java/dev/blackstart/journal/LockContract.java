package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal does with locks.
abstract class LockContract {
    static final RunId FIRST = RunId.of(1_767_225_600_000L, 1, 1);
    static final RunId SECOND = RunId.of(1_767_225_700_000L, 2, 2);
    static final Instant AT = EventSamples.AT;
    private static final Owner SELF = Owner.current("anna", AT);

    Journal journal;

    abstract Journal open() throws JournalException;

    @BeforeEach
    void openJournal() throws JournalException {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    static Holder holder(RunId run) {
        return new Holder(run, "anna", "Bring it back", AT);
    }

    static Lock[] locks(String... names) {
        return Arrays.stream(names).map(name -> new Lock("key " + name, name)).toArray(Lock[]::new);
    }

    private List<HeldLock> take(RunId run, String... names) throws JournalException {
        return journal.lock(holder(run), List.of(locks(names)), false);
    }

    private List<String> held(RunId run) throws JournalException {
        return journal.locks().stream()
                .filter(it -> it.holder().run().equals(run))
                .map(it -> it.lock().shown())
                .toList();
    }

    static RunEvent sending() {
        return new RunEvent.Dispatched(
                new ActionKey(new StepId("cut"), new HostName("a"), 1),
                Purpose.ACT,
                "k7x2k7x2",
                "0".repeat(64),
                new GateId(1));
    }

    static RunEvent closing() {
        return new RunEvent.Closed(Verdict.STOPPED, List.of(), AT);
    }

    @Test
    void allOrNothing() throws JournalException {
        journal.claim(FIRST, SELF);
        journal.claim(SECOND, SELF);
        assertThat(take(FIRST, "b", "c")).isEmpty();
        assertThat(take(SECOND, "d", "c", "a", "b"))
                .extracting(it -> it.lock().shown())
                .containsExactly("b", "c");
        assertThat(held(FIRST)).containsExactly("b", "c");
        assertThat(held(SECOND)).isEmpty();
        assertThat(take(SECOND, "a", "d")).isEmpty();
        assertThat(held(SECOND)).containsExactly("a", "d");
    }

    @Test
    void saysWhoHoldsItAndSinceWhen() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        HeldLock told = take(SECOND, "a").getFirst();
        assertThat(told.holder()).isEqualTo(holder(FIRST));
        assertThat(told.carriedOut()).isTrue();
        assertThat(told.acted()).isFalse();
    }

    @Test
    void oneMachineUnderSeveralNamesIsHeldUnderAllOfThem() throws JournalException {
        journal.claim(FIRST, SELF);
        journal.lock(
                holder(FIRST),
                List.of(new Lock("key a", "web2"), new Lock("key a", "web1")),
                false);
        assertThat(journal.locks()).hasSize(1);
        assertThat(journal.locks().getFirst().lock().names()).containsExactly("web1", "web2");
    }

    @Test
    void aRunTakesItsOwnAgainAndMore() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        assertThat(take(FIRST, "a", "b")).isEmpty();
        assertThat(held(FIRST)).containsExactly("a", "b");
    }

    @Test
    void theyEndWithTheRun() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a", "b");
        journal.append(FIRST, 0, AT, List.of(sending(), closing()));
        assertThat(journal.locks()).isEmpty();
        assertThat(take(SECOND, "a")).isEmpty();
    }

    @Test
    void whatNothingWasSentForLapsesWithItsProcess() throws JournalException {
        Owner gone = new Owner("ben", Integer.MAX_VALUE, 1, SELF.bootId(), AT);
        journal.claim(FIRST, gone);
        take(FIRST, "a");
        assertThat(journal.locks()).isEmpty();
        assertThat(take(SECOND, "a")).isEmpty();
        journal.claim(SECOND, SELF);
        assertThat(take(FIRST, "a")).as("it is the other's now").isNotEmpty();
    }

    @Test
    void aReleasedRunThatSentNothingHoldsNothing() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        journal.release(FIRST, SELF);
        assertThat(journal.locks()).isEmpty();
    }

    @Test
    void aRunThatHasSentSomethingHoldsOnWithoutAProcess() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a", "b");
        journal.append(FIRST, 0, AT, List.of(sending()));
        journal.release(FIRST, SELF);
        assertThat(held(FIRST)).containsExactly("a", "b");
        HeldLock told = take(SECOND, "b").getFirst();
        assertThat(told.acted()).isTrue();
        assertThat(told.carriedOut()).isFalse();
    }

    @Test
    void aRunThatHadSentSomethingBeforeHoldsOnToo() throws JournalException {
        journal.claim(FIRST, SELF);
        journal.lock(holder(FIRST), List.of(locks("a")), true);
        journal.release(FIRST, SELF);
        assertThat(held(FIRST)).containsExactly("a");
    }

    @Test
    void anotherRunsEventsLeaveThemAlone() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        journal.append(SECOND, 0, AT, List.of(sending(), closing()));
        assertThat(held(FIRST)).containsExactly("a");
        assertThat(journal.locks().getFirst().acted()).isFalse();
    }
}
