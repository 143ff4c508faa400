package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    void forgeHead(RunId run, Head head) {
        memory().heads.put(run, head);
    }
}
