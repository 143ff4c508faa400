package dev.blackstart;

import dev.blackstart.door.cli.Ports;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.journal.SqliteJournal;
import java.util.List;

/// Puts the program together for the command line.
final class Wiring {
    private final Surroundings surroundings;

    Wiring(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Ports ports() {
        return new Ports(
                SqliteJournal::open,
                (runbook, inventory, drills) -> List.of(),
                new EngineOperations(surroundings));
    }
}
