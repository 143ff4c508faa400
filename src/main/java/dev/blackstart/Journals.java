package dev.blackstart;

import dev.blackstart.door.cli.Ports;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.journal.MemorySpool;
import dev.blackstart.journal.SqliteJournal;
import java.nio.file.Path;
import java.util.List;

/// The journals of this machine, as verbs look into them.
record Journals(Surroundings surroundings) implements Ports.Journals {
    @Override
    public JournalView open(Path folder) throws JournalException {
        return SqliteJournal.look(
                folder, line -> surroundings.say(surroundings.complaints(), line));
    }

    @Override
    public List<String> advice(JournalException failure, Path folder) {
        return Refusals.advice(failure, folder, MemorySpool.ofThisMachine());
    }
}
