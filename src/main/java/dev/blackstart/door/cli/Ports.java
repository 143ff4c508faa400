package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What commands need of the rest of the program and do not make themselves.
public record Ports(Journals journals, Linting linting, Operations operations, Serving serving) {
    /// Of a program without a server.
    public Ports(Journals journals, Linting linting, Operations operations) {
        this(
                journals,
                linting,
                operations,
                (places, terms) -> {
                    throw new CannotGoOn(ExitCode.USAGE, "There is no server here.");
                });
    }

    /// The same program with other journals.
    Ports with(Journals others) {
        return new Ports(others, linting, operations, serving);
    }

    @FunctionalInterface
    public interface Journals {
        /// @param folder made when it is missing; means nothing where they are elsewhere
        JournalView open(Path folder) throws JournalException;

        /// Are they on another machine, behind a service?
        default boolean elsewhere() {
            return false;
        }

        /// Why whoever is here can only watch, one sentence; empty when they can answer.
        default Optional<String> onlyWatched() {
            return Optional.empty();
        }

        /// What can be done where it could not be opened or written, a sentence each.
        default List<String> advice(JournalException failure, Path folder) {
            return List.of();
        }
    }

    @FunctionalInterface
    public interface Linting {
        List<Problem> check(Runbook runbook, Optional<Inventory> inventory, List<Drill> drills);
    }

    @FunctionalInterface
    public interface Serving {
        /// Serves until the process is told to end.
        ///
        /// @return the exit code
        int serve(Places places, ServeTerms terms);
    }
}
