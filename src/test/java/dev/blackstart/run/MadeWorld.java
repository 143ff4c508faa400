package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import java.time.Duration;
import java.util.Optional;

/// What hosts and people would say in a run of the conductor by itself.
interface MadeWorld {
    /// Empty: the host does not answer.
    Optional<Boolean> finding(FindingName finding, HostName host);

    /// How a sending ends, and what it does to the world.
    Outcome act(ActionKey action, Purpose purpose);

    /// What the host says of a sending that was not seen to end.
    default RunEvent receipt(ActionKey action, Purpose purpose) {
        return new RunEvent.ReceiptRead(action, purpose, "lost");
    }

    /// Time goes by before the conductor looks again.
    default void passes(Duration time) {}

    /// The key of the choice; empty when nobody answers.
    Optional<String> answer(Gate gate);
}
