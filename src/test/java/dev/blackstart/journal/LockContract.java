package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /// Appends as the process that has the run.
    static void append(Journal journal, RunId run, RunEvent... events) throws JournalException {
        long epoch = ((Ownership.Taken) journal.claim(run, SELF)).epoch();
        journal.append(run, epoch, journal.newest(run), AT, List.of(events));
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
        append(journal, FIRST, sending(), closing());
        assertThat(journal.locks()).isEmpty();
        assertThat(take(SECOND, "a")).isEmpty();
    }

    static RunEvent closing(String... unknown) {
        List<HostName> hosts = Arrays.stream(unknown).map(HostName::new).toList();
        return new RunEvent.Closed(Verdict.WITH_UNKNOWNS, List.of(), AT, hosts);
    }

    @Test
    void hostsWhoseOutcomeIsUnknownStayLockedUntilItIsFoundOut() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a", "b");
        Lock cluster = Lock.resource("cluster:pg-main");
        journal.lock(holder(FIRST), List.of(cluster), false);
        append(journal, FIRST, sending(), closing("b"));
        journal.release(FIRST, SELF);
        assertThat(held(FIRST)).containsExactly("b", "cluster:pg-main");
        assertThat(take(SECOND, "a")).isEmpty();
        assertThat(take(SECOND, "b").getFirst().unresolved()).isTrue();
        assertThat(journal.lock(holder(SECOND), List.of(cluster), false)).hasSize(1);
        append(journal, FIRST, closing());
        assertThat(held(FIRST)).isEmpty();
        assertThat(take(SECOND, "b")).isEmpty();
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
        append(journal, FIRST, sending());
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
    void whatHasActedHasActedWhoeverTakesItAgainForTheSameRun() throws JournalException {
        journal.claim(FIRST, SELF);
        journal.lock(holder(FIRST), List.of(locks("a")), true);
        take(FIRST, "a");
        journal.release(FIRST, SELF);
        assertThat(held(FIRST)).containsExactly("a");
    }

    @Test
    void aClosedRunHoldsAgainFromItsReopeningOn() throws JournalException {
        journal.claim(FIRST, SELF);
        append(journal, FIRST, sending(), closing());
        take(FIRST, "a");
        journal.release(FIRST, SELF);
        assertThat(journal.locks()).as("it was to be opened again and was not").isEmpty();
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        append(journal, FIRST, new RunEvent.Reopened(new Person("anna"), Optional.empty()));
        journal.release(FIRST, SELF);
        assertThat(held(FIRST)).containsExactly("a");
        append(journal, FIRST, closing());
        assertThat(held(FIRST)).isEmpty();
    }

    @Test
    void anotherRunsEventsLeaveThemAlone() throws JournalException {
        journal.claim(FIRST, SELF);
        take(FIRST, "a");
        journal.append(SECOND, 0, AT, List.of(sending(), closing()));
        assertThat(held(FIRST)).containsExactly("a");
        assertThat(journal.locks().getFirst().acted()).isFalse();
    }

    private long taken(RunId run, Owner owner) throws JournalException {
        return ((Ownership.Taken) journal.claim(run, owner)).epoch();
    }

    @Test
    void everyTakingHasAHigherEpochThanAnyBefore() throws JournalException {
        long first = taken(FIRST, SELF);
        assertThat(taken(FIRST, SELF)).as("it has it already").isEqualTo(first);
        long other = taken(SECOND, SELF);
        assertThat(other).isGreaterThan(first);
        journal.release(FIRST, SELF);
        long again = taken(FIRST, SELF);
        assertThat(again).isGreaterThan(other);
        long over = journal.takeOver(FIRST, JournalContract.livingOther());
        assertThat(over).isGreaterThan(again);
        assertThat(journal.claim(FIRST, SELF))
                .isEqualTo(new Ownership.Held(JournalContract.livingOther()));
    }

    @Test
    void whoLostTheRunCanAppendNothing() throws JournalException {
        long mine = taken(FIRST, SELF);
        journal.append(FIRST, mine, 0, AT, List.of(EventSamples.noted("mine")));
        long others = journal.takeOver(FIRST, JournalContract.livingOther());
        for (long epoch : new long[] {0, mine, others + 1}) {
            assertThatThrownBy(() ->
                            journal.append(
                                    FIRST, epoch, 1, AT, List.of(EventSamples.noted("late"))))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> {
                                assertThat(e.kind()).isEqualTo(JournalException.Kind.FENCED);
                                assertThat(e.taker())
                                        .contains(new JournalException.Taker("ben", AT));
                            })
                    .hasMessage(
                            "fenced: run %s taken over by ben at 03:00 UTC; nothing of it was recorded",
                            FIRST);
        }
        JournalContract.assertRefused(
                () -> journal.check(FIRST, mine), JournalException.Kind.FENCED);
        journal.check(FIRST, others);
        journal.append(FIRST, others, 1, AT, List.of(EventSamples.noted("theirs")));
        assertThat(journal.read(FIRST)).hasSize(2);
    }

    @Test
    void aReleasedRunKeepsItsEpoch() throws JournalException {
        long mine = taken(FIRST, SELF);
        journal.takeOver(FIRST, JournalContract.livingOther());
        journal.release(FIRST, JournalContract.livingOther());
        JournalContract.assertRefused(
                () -> journal.check(FIRST, mine), JournalException.Kind.FENCED);
    }

    @Test
    void theInstallationStaysTheSame() throws JournalException {
        Installation installation = journal.installation();
        assertThat(installation.id()).matches("[a-z0-9]+");
        assertThat(journal.installation()).isEqualTo(installation);
    }
}
