package dev.blackstart.transport.simulated;

import dev.blackstart.runbook.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one command will be answered.
///
/// @param changes made true when the command ends
/// @param fault why the reply cannot be given as the file has it, empty when it can
record Answer(
        String stdout,
        String stderr,
        int exit,
        Duration takes,
        List<Simulation.Change> changes,
        Optional<String> fault) {
    Answer {
        changes = List.copyOf(changes);
    }

    static Answer printing(String stdout) {
        return new Answer(stdout, "", 0, Duration.ZERO, List.of(), Optional.empty());
    }
}
