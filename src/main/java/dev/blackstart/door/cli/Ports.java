package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What commands need of the rest of the program and do not make themselves.
public record Ports(Journals journals, Linting linting, Operations operations) {
    @FunctionalInterface
    public interface Journals {
        /// @param folder made when it is missing
        Journal open(Path folder) throws JournalException;
    }

    @FunctionalInterface
    public interface Linting {
        List<Problem> check(Runbook runbook, Optional<Inventory> inventory, List<Drill> drills);
    }
}
