package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Facts of which nothing is known. What is false even so can never be true.
final class NothingKnown implements Facts {
    static final HostName HOST = new HostName("some-host");

    private static final Sample UNKNOWN = new Sample.Unknown("nothing is known", Optional.empty());
    private static final Explained UNDECIDED = Explained.of(Truth.UNKNOWN, "nothing is known");

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public List<HostName> hosts(FindingName finding) {
        return List.of(HOST);
    }

    @Override
    public List<HostName> hosts() {
        return List.of(HOST);
    }

    @Override
    public Sample sample(FindingName finding, HostName host) {
        return UNKNOWN;
    }

    @Override
    public Optional<String> tooFewWitnesses(FindingName finding) {
        return Optional.empty();
    }

    @Override
    public Sample answer(FindingName finding) {
        return UNKNOWN;
    }

    @Override
    public Explained hypothesis(HypothesisName name) {
        return UNDECIDED;
    }

    @Override
    public Explained established(HypothesisName name) {
        return UNDECIDED;
    }

    @Override
    public Truth verified(StepId step) {
        return Truth.UNKNOWN;
    }

    @Override
    public String outcome(StepId step) {
        return "pending";
    }

    @Override
    public Optional<Value> parameter(String name) {
        return Optional.empty();
    }

    @Override
    public String address(HostName host) {
        return "192.0.2.1";
    }
}
