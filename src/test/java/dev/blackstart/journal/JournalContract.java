package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.journal.JournalException.Kind;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal does.
abstract class JournalContract {
    static final RunId RUN = EventSamples.RUN;
    static final RunId LATER = RunId.of(1_767_225_700_000L, 7, 42);
    static final Instant AT = EventSamples.AT;
    private static final Owner SELF = Owner.current("anna", AT);

    Journal journal;

    abstract Journal open() throws JournalException;

    /// Replaces the stored events of a run by others, as somebody with access to the store could.
    abstract void forge(RunId run, List<Entry> entries) throws Exception;

    abstract List<Entry> stored(RunId run) throws Exception;

    @BeforeEach
    void openJournal() throws JournalException {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void anEventOfEveryTypeComesBackInOrder() throws JournalException {
        List<RunEvent> events = List.copyOf(EventSamples.all().values());
        List<Recorded> appended = journal.append(RUN, 0, AT, events);
        assertThat(appended).extracting(Recorded::event).isEqualTo(events);
        assertThat(appended)
                .extracting(Recorded::sequence)
                .isEqualTo(
                        java.util.stream.LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(journal.read(RUN)).isEqualTo(appended);
    }

    @Test
    void appendsGoOnWhereTheLastOneEnded() throws JournalException {
        List<Recorded> all = new ArrayList<>(notes(RUN, 0, "one", "two"));
        all.addAll(notes(RUN, 2, "three"));
        assertThat(journal.read(RUN)).isEqualTo(all);
    }

    @Test
    void aRunThatIsNotThereIsEmpty() throws JournalException {
        assertThat(journal.read(RUN)).isEmpty();
        assertThat(journal.append(RUN, 0, AT, List.of())).isEmpty();
        assertThat(journal.runs()).isEmpty();
    }

    @Test
    void theSlowerOfTwoWritersIsRefusedWhole() throws JournalException {
        notes(RUN, 0, "one", "two");
        for (long after : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> notes(RUN, after, "mine", "mine too"))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                    .hasMessageContaining("has 2 events where " + after + " were expected");
        }
        assertThat(journal.read(RUN)).hasSize(2);
        assertThat(notes(RUN, 2, "three")).hasSize(1);
    }

    @Test
    void theHashIsWhatTheDocumentationSays() throws Exception {
        List<Recorded> events = notes(RUN, 0, "one", "two");
        String before = "0".repeat(64);
        for (Recorded event : events) {
            String json = new String(new EventCodec().encode(event.event()), UTF_8);
            String lines = before + "\n" + RUN + "\n" + event.sequence() + "\n" + AT + "\n" + json;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
            assertThat(event.hash()).isEqualTo(HexFormat.of().formatHex(digest));
            before = event.hash();
        }
    }

    @Test
    void runsAreListedNewestFirst() throws JournalException {
        RunId earliest = RunId.of(0, 0, 0);
        notes(RUN, 0, "one");
        notes(LATER, 0, "one");
        notes(earliest, 0, "one");
        assertThat(journal.runs()).containsExactly(LATER, RUN, earliest);
    }

    @Test
    void keepsContentUnderItsHash() throws JournalException {
        byte[] content = {0, -1, 10, 13};
        String sha256 = journal.keep(content);
        assertThat(sha256).isEqualTo(Digests.sha256(content));
        assertThat(journal.keep(content)).isEqualTo(sha256);
        assertThat(journal.kept(sha256))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(content));
        assertThat(journal.kept(journal.keep(new byte[0]))).isPresent();
        assertThat(journal.kept("0".repeat(64))).isEmpty();
    }

    @Test
    void aRunHasOneOwner() throws JournalException {
        Owner first = livingOther();
        assertThat(holder(RUN, first)).isEmpty();
        assertThat(holder(RUN, SELF)).contains(first);
        assertThat(holder(RUN, first)).isEmpty();
        assertThat(holder(LATER, SELF)).isEmpty();
        journal.release(RUN, SELF);
        assertThat(holder(RUN, SELF)).as("releasing what others hold").contains(first);
        journal.release(RUN, first);
        assertThat(holder(RUN, SELF)).isEmpty();
    }

    @Test
    void aProcessThatHasEndedOwnsNothing() throws JournalException {
        Owner alive = livingOther();
        List<Owner> gone =
                List.of(
                        new Owner("ben", alive.pid(), alive.started() + 1, alive.bootId(), AT),
                        new Owner("ben", alive.pid(), alive.started(), "another boot", AT),
                        new Owner("ben", Integer.MAX_VALUE, alive.started(), alive.bootId(), AT));
        for (Owner owner : gone) {
            assertThat(holder(RUN, owner)).isEmpty();
            assertThat(holder(RUN, SELF)).as("%s", owner).isEmpty();
            journal.release(RUN, SELF);
        }
    }

    /// Who has it; empty when it was taken.
    private Optional<Owner> holder(RunId run, Owner owner) throws JournalException {
        return switch (journal.claim(run, owner)) {
            case Ownership.Taken taken -> Optional.empty();
            case Ownership.Held held -> Optional.of(held.owner());
        };
    }

    /// A process that surely runs and is not this one.
    static Owner livingOther() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Processes seenFromParent = new Processes(java.nio.file.Path.of("/proc"), parent.pid());
        return seenFromParent.current("ben", AT);
    }

    @Test
    void requestsAreTakenOnceOldestFirst() throws JournalException {
        Request first = new Request("stop", "anna", "wrong cluster");
        Request second = new Request("stop", "ben", "'; DROP TABLE events; --");
        journal.request(RUN, first);
        journal.request(LATER, second);
        journal.request(RUN, second);
        assertThat(journal.takeRequests(RUN)).containsExactly(first, second);
        assertThat(journal.takeRequests(RUN)).isEmpty();
        assertThat(journal.takeRequests(LATER)).containsExactly(second);
    }

    @Test
    void anIntactJournalPassesTheAudit() throws JournalException {
        notes(RUN, 0, "one", "two");
        notes(LATER, 0, "one");
        assertThat(journal.audit()).isEqualTo(new Audit(2, 3, List.of()));
    }

    @Test
    void aFrozenFileThatIsGoneIsFound() throws JournalException {
        String kept = journal.keep(new byte[] {1});
        opens(RUN, Map.of("inventory.yaml", kept));
        assertThat(journal.audit().intact()).isTrue();
        opens(LATER, Map.of("inventory.yaml", kept, "runbook/a.yaml", "0".repeat(64)));
        assertThat(journal.audit().breaks())
                .containsExactly(new Audit.Break(LATER, 1, "the frozen runbook/a.yaml is gone"));
    }

    private void opens(RunId run, Map<String, String> blobs) throws JournalException {
        journal.append(run, 0, AT, List.of(opening(blobs)));
    }

    static RunEvent opening(Map<String, String> blobs) {
        return new RunEvent.RunOpened(
                RUN,
                "a",
                "",
                Mode.LIVE,
                EventSamples.ANNA,
                blobs,
                Map.of(),
                "0.1.0",
                Optional.empty());
    }

    @Test
    void aChangedByteIsFoundWhereverItIs() throws Exception {
        notes(RUN, 0, "one", "two", "three");
        notes(LATER, 0, "one");
        List<Entry> good = stored(RUN);
        Entry second = good.get(1);
        for (int i = 0; i < second.bytes().length; i++) {
            byte[] changed = second.bytes();
            changed[i] ^= (byte) 0x81;
            forge(RUN, with(good, 1, Entry.of(2, second.at(), changed, second.hash())));
            assertDamagedAt(2);
        }
        forge(RUN, good);
        assertThat(journal.audit().intact()).isTrue();
    }

    @Test
    void aChangedTimeIsFound() throws Exception {
        notes(RUN, 0, "one", "two", "three");
        Entry first = stored(RUN).getFirst();
        Entry moved = new Entry(1, AT.plusNanos(1).toString(), first.json(), first.hash());
        forge(RUN, with(stored(RUN), 0, moved));
        assertDamagedAt(1);
    }

    @Test
    void aRemovedEventIsFound() throws Exception {
        List<Entry> good = storedAfter("one", "two", "three");
        for (int i = 0; i < good.size(); i++) {
            List<Entry> forged = new ArrayList<>(good);
            forged.remove(i);
            forge(RUN, forged);
            assertDamagedAt(i + 1);
            forge(RUN, renumbered(forged));
            assertDamagedAt(i + 1);
        }
    }

    @Test
    void swappedEventsAreFound() throws Exception {
        List<Entry> good = storedAfter("one", "two", "three");
        forge(RUN, renumbered(List.of(good.get(0), good.get(2), good.get(1))));
        assertDamagedAt(2);
    }

    @Test
    void aDoubledEventIsFound() throws Exception {
        List<Entry> good = storedAfter("one", "two", "three");
        forge(RUN, renumbered(List.of(good.get(0), good.get(1), good.get(1), good.get(2))));
        assertDamagedAt(3);
        forge(RUN, renumbered(List.of(good.get(0), good.get(1), good.get(2), good.get(2))));
        assertDamagedAt(4);
    }

    @Test
    void anInsertedEventWithAHashOfItsOwnIsFound() throws Exception {
        List<Entry> good = storedAfter("one", "two", "three");
        Chain chain = new Chain(RUN);
        good.subList(0, 2).forEach(chain::follow);
        Entry inserted =
                chain.extend(AT.toString(), new EventCodec().encode(EventSamples.noted("x")));
        forge(RUN, renumbered(List.of(good.get(0), good.get(1), inserted, good.get(2))));
        assertDamagedAt(4);
    }

    @Test
    void anEventOfANewerVersionIsNamed() throws Exception {
        opens(RUN, Map.of());
        List<Entry> entries = new ArrayList<>(stored(RUN));
        Chain chain = new Chain(RUN);
        entries.forEach(chain::follow);
        entries.add(chain.extend(AT.toString(), "{\"type\":\"LoanSold\",\"v\":1}".getBytes(UTF_8)));
        forge(RUN, entries);
        forgeHead(RUN, new Head(2, chain.hash()));
        assertRefused(() -> journal.read(RUN), Kind.NEWER)
                .hasMessage(
                        "run %s event 2: LoanSold v1 is of a type this version does not know; the run was opened by version 0.1.0",
                        RUN);
        assertThat(journal.audit().intact()).isTrue();
    }

    abstract void forgeHead(RunId run, Head head) throws Exception;

    private void assertDamagedAt(long sequence) throws JournalException {
        String verified =
                sequence == 1 ? "no event before it" : "events 1–" + (sequence - 1) + " verify";
        assertRefused(() -> journal.read(RUN), Kind.DAMAGED)
                .hasMessageStartingWith("journal damaged at event %d · %s", sequence, verified);
        assertThat(journal.audit().breaks())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.run()).isEqualTo(RUN);
                    assertThat(found.sequence()).isEqualTo(sequence);
                });
    }

    static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            ThrowingCallable what, Kind kind) {
        return assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    List<Recorded> notes(RunId run, long after, String... texts) throws JournalException {
        List<RunEvent> events = new ArrayList<>();
        for (String text : texts) {
            events.add(EventSamples.noted(text));
        }
        return journal.append(run, after, AT, events);
    }

    private List<Entry> storedAfter(String... texts) throws Exception {
        notes(RUN, 0, texts);
        return stored(RUN);
    }

    private static List<Entry> with(List<Entry> entries, int index, Entry changed) {
        List<Entry> forged = new ArrayList<>(entries);
        forged.set(index, changed);
        return forged;
    }

    private static List<Entry> renumbered(List<Entry> entries) {
        List<Entry> forged = new ArrayList<>();
        for (Entry entry : entries) {
            forged.add(new Entry(forged.size() + 1L, entry.at(), entry.json(), entry.hash()));
        }
        return forged;
    }
}
