package dev.blackstart;

import dev.blackstart.door.cli.Ports;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.runbook.lint.Lint;

/// Puts the program together: which journal, which transport, which readers.
final class Wiring {
    private Wiring() {}

    static Ports ports(Surroundings surroundings) {
        return new Ports(
                new Journals(surroundings),
                Lint::check,
                new EngineOperations(surroundings),
                new Server());
    }
}
