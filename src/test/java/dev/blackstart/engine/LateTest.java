package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Carried;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What one process could not record, the next one does, once and where it belongs.
class LateTest extends DuressCase {
    @Test
    void whatIsHeldForARunThatWasTakenUpSinceIsLeftToTheReceipts() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        within(rig, 60);
        List<String> words = List.copyOf(spool.words(rig.id));
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
        within(rig, 60);
        Carried line = Carried.read(spool.words(rig.id).getLast());
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
    void theOutcomeInTheEventIsTheOneThatWasSeen() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        within(rig, 60);
        Carried line = Carried.read(spool.words(rig.id).getLast());
        assertThat(line.event())
                .isInstanceOfSatisfying(
                        RunEvent.Ended.class,
                        it -> assertThat(it.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }

    @Test
    void withoutAPersonTheRunEndsAndTheNextResumeRecordsWhatWasHeld() throws Exception {
        Rig rig = failing(ACT, RunEvent.Ended.class, 1, false);
        RunEnd end = within(rig, 60);
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
        assertThat(within(rig, 60)).isInstanceOf(RunEnd.JournalFailed.class);
        assertDoneOnce(rig, rig.resume());
        assertThat(words(rig)).containsOnlyOnce("Ended", "WrittenAgain");
    }

    @Test
    void anIntentOnDiskIsVoidedByTheNextProcessToo() throws Exception {
        Rig rig = failing(ACT, RunEvent.Dispatched.class, 1, true);
        assertThat(within(rig, 60)).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(rig.effects("a")).isEmpty();
        assertDoneOnce(rig, rig.resume());
        assertThat(words(rig)).containsSubsequence("Dispatched", "IntentVoid", "RunResumed");
    }
}
