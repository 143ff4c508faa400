package dev.blackstart.door.cli;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import java.nio.file.Path;

/// What commands need of the rest of the program.
public record Ports(Readers readers, Journals journals, Operations operations) {
    public interface Journals {
        /// @param folder made when it is missing
        Journal open(Path folder) throws JournalException;

        /// The runbook as it was frozen when the run was opened.
        Runbook frozen(Journal journal, RunState state) throws JournalException;
    }
}
