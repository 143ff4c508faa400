package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {
    @Override
    Journal open() {
        return new MemoryJournal();
    }

    private MemoryJournal memory() {
        return (MemoryJournal) journal;
    }

    @Override
    List<Entry> stored(RunId run) {
        return List.copyOf(memory().entries.getOrDefault(run, List.of()));
    }

    @Override
    void forge(RunId run, List<Entry> entries) {
        memory().entries.put(run, new ArrayList<>(entries));
    }

    @Test
    void whatAWriteLeftThatDidNotEndIsTakenAway() throws Exception {
        List<Integer> cuts = new ArrayList<>();
        MemoryJournal journal =
                new MemoryJournal(
                        owner -> true,
                        "torn",
                        (lines, written) -> {
                            if (!cuts.isEmpty()) {
                                written.accept(cuts.removeFirst());
                                throw new IllegalStateException("the power is gone");
                            }
                        });
        Owner owner = new Owner("anna", 1, 1, "here", Instant.EPOCH);
        long epoch = ((Ownership.Taken) journal.claim(RUN, owner)).epoch();
        journal.append(RUN, epoch, 0, Instant.EPOCH, List.of(new RunEvent.Noted("first")));
        for (int cut = 0; cut <= 2; cut++) {
            cuts.add(cut);
            List<RunEvent> two = List.of(new RunEvent.Noted("second"), new RunEvent.Noted("third"));
            assertThatThrownBy(() -> journal.append(RUN, epoch, 1, Instant.EPOCH, two))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(journal.read(RUN)).hasSize(1);
            assertThat(journal.audit().intact()).isTrue();
        }
        journal.append(RUN, epoch, 1, Instant.EPOCH, List.of(new RunEvent.Noted("second")));
        assertThat(journal.read(RUN)).hasSize(2);
    }

    @Override
    void forgeHead(RunId run, Head head) {
        memory().heads.put(run, head);
    }
}
