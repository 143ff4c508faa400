package dev.blackstart.runbook;

import dev.blackstart.inventory.HostName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known at one moment of a run; conditions are evaluated over it.
public interface Facts {
    Instant now();

    /// The hosts a finding was or will be asked of, in inventory order; for a finding of an `ask`
    /// step empty.
    List<HostName> hosts(FindingName finding);

    /// All hosts that any finding is asked of, for `hosts.exists(h, ...)`.
    List<HostName> hosts();

    Sample sample(FindingName finding, HostName host);

    /// Why the admissible answers to a finding are too few to decide anything; empty when they
    /// suffice.
    Optional<String> tooFewWitnesses(FindingName finding);

    /// A person's answer to an `ask` step.
    Sample answer(FindingName finding);

    Explained hypothesis(HypothesisName name);

    /// Whether the hypothesis was CONFIRMED when its block of checks ended and nothing has voided
    /// that.
    Explained established(HypothesisName name);

    /// TRUE when the step succeeded and its verification held, FALSE when it did not, UNKNOWN
    /// before.
    Truth verified(StepId step);

    /// The word for what became of a step, such as `succeeded`, `not_needed`, `refused`, `pending`.
    String outcome(StepId step);

    Optional<Value> parameter(String name);

    /// The address of a host, for `host.address`.
    String address(HostName host);
}
