package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the conductor wants done next. Carrying one out leads to events, and the conductor is asked
/// again.
public sealed interface Directive {
    /// Append facts that follow from what is known.
    record Record(List<RunEvent> events) implements Directive {
        public Record {
            events = List.copyOf(events);
        }
    }

    /// Run a check on a host.
    record Observe(StepId step, HostName host, Prepared prepared) implements Directive {}

    /// Make the decision to send durable, then send.
    ///
    /// @param digest SHA-256 (hex) of the command as prepared
    /// @param revert how the host undoes it by itself unless it is disarmed; armed before it starts
    record Act(
            ActionKey action,
            Purpose purpose,
            Prepared prepared,
            GateId gate,
            String digest,
            Optional<Revert> revert)
            implements Directive {}

    /// Look at the value that a loan changes; changes nothing on the host.
    record Capture(StepId step, HostName host, CaptureTime when, Prepared prepared)
            implements Directive {}

    /// Tell a host not to undo an action by itself. Decided once there, so it may be repeated.
    ///
    /// @param rights an empty command with the rights the action had
    record Disarm(ActionKey action, Prepared rights) implements Directive {}

    /// Ask a host whether it has the commands and rights a step needs; changes nothing there.
    record CheckNeeds(StepId step, HostName host, Prepared prepared) implements Directive {}

    /// Read the receipt of a sending whose end was not seen; changes nothing on the host.
    ///
    /// @param patience how long the host may wait for the end of what is at work before it answers
    record ReadReceipt(ActionKey action, Purpose purpose, Prepared prepared, Duration patience)
            implements Directive {}

    /// Look at an action that is at work; changes nothing on the host.
    record LookAtWork(ActionKey action, Purpose purpose, Prepared rights) implements Directive {}

    /// End an action that is at work, as a person chose at a gate. It may be repeated.
    record StopWork(ActionKey action, Purpose purpose, GateId gate, Prepared rights)
            implements Directive {}

    /// Ask whether a host answers again after an action that takes it away; changes nothing there.
    record LookForReturn(ActionKey action, Prepared prepared) implements Directive {}

    /// Look at the file that an upload would replace; changes nothing on the host.
    record LookAtFile(StepId step, String path, Prepared prepared) implements Directive {}

    /// Check a snapshot's artifact on its host; changes nothing there.
    record CheckArtifact(ActionKey action, String path, Prepared prepared) implements Directive {}

    /// Copy a snapshot's artifact off its host and compare hashes.
    record FetchArtifact(ActionKey action, String path) implements Directive {}

    /// Look around on a host with a command that a person typed. Whether it only looks nobody can
    /// tell, so it goes out at most once.
    ///
    /// @param gate where it was asked for
    record Inspect(GateId gate, StepId step, Prepared prepared, Person by) implements Directive {}

    /// Nothing to do before this moment unless something else happens.
    record WaitUntil(Instant moment) implements Directive {}

    /// Nothing to do before a person answers.
    record AwaitPerson(Gate gate) implements Directive {}
}
