package dev.blackstart.runbook;

import java.util.List;
import java.util.Optional;

/// How an action or snapshot is licensed, carried out and proven.
///
/// @param preserve scripts that save the evidence the action destroys, run first
/// @param undo the command that takes it back, shown in the gate
/// @param deferred keys of this step that are not carried out yet
public record Execution(
        Command command,
        Risk risk,
        Optional<Condition> requires,
        List<ScriptFile> preserve,
        Optional<Verify> verify,
        Optional<Release> release,
        Optional<Command> undo,
        List<String> locks,
        List<Deferred> deferred) {
    public Execution {
        preserve = List.copyOf(preserve);
        locks = List.copyOf(locks);
        deferred = List.copyOf(deferred);
    }
}
