package dev.blackstart.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How an action or snapshot is licensed, carried out and proven.
///
/// @param preserve scripts that save the evidence the action destroys, run first
/// @param undo the command that takes it back, shown in the gate
/// @param autoRevert after this the host undoes it by itself, unless the effect was verified
/// @param upload the file that is put in place first; the command may be nothing then
/// @param locks named resources held while the run goes on
public record Execution(
        Command command,
        Risk risk,
        Optional<Condition> requires,
        List<ScriptFile> preserve,
        Optional<Verify> verify,
        Optional<Release> release,
        Optional<Command> undo,
        Optional<Loan> loan,
        Optional<Duration> autoRevert,
        Optional<Expects> expects,
        Optional<Upload> upload,
        OnFailure onFailure,
        Spread spread,
        GateRule gate,
        List<String> locks) {
    public Execution {
        preserve = List.copyOf(preserve);
        locks = List.copyOf(locks);
    }
}
