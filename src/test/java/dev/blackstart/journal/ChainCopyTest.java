package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What verifies of a damaged run can still be taken out, and nothing behind the damage.
class ChainCopyTest {
    @TempDir Path folder;

    @BeforeEach
    void aRunOfThreeEvents() throws Exception {
        try (Journal journal = SqliteJournal.open(folder)) {
            journal.append(
                    EventSamples.RUN,
                    0,
                    EventSamples.AT,
                    List.of(
                            new RunEvent.Noted("one"),
                            new RunEvent.Noted("two"),
                            new RunEvent.Noted("three")));
        }
    }

    private ChainCopy copy() throws JournalException {
        try (Journal journal = SqliteJournal.open(folder)) {
            return journal.chain(EventSamples.RUN);
        }
    }

    private ForgedFile forger() {
        return new ForgedFile(folder.resolve("journal.db"));
    }

    @Test
    void anIntactRunIsCopiedWhole() throws Exception {
        ChainCopy copy = copy();
        assertThat(copy.damage()).isEmpty();
        assertThat(copy.entries()).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(copy.hash()).isEqualTo(copy.entries().getLast().hash());
    }

    @Test
    void whatStandsBehindAChangedEventIsLeftOut() throws Exception {
        forger().withoutTriggers(
                        "UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE sequence = 2");
        ChainCopy copy = copy();
        assertThat(copy.entries()).extracting(Entry::sequence).containsExactly(1L);
        assertThat(copy.damage())
                .contains("its hash does not fit its content and the event before it");
    }

    @Test
    void anEndThatWasTakenAwayIsSaid() throws Exception {
        forger().withoutTriggers("DELETE FROM events WHERE sequence = 3");
        ChainCopy copy = copy();
        assertThat(copy.entries()).hasSize(2);
        assertThat(copy.damage()).contains("the run has 2 events where 3 were recorded");
    }

    @Test
    void memoryCopiesTheSameLines() throws Exception {
        MemoryJournal memory = new MemoryJournal();
        memory.append(EventSamples.RUN, 0, EventSamples.AT, List.of(new RunEvent.Noted("one")));
        assertThat(memory.chain(EventSamples.RUN).entries())
                .isEqualTo(copy().entries().subList(0, 1));
    }
}
