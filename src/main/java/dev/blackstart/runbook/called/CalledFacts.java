package dev.blackstart.runbook.called;

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

/// What is known, as a called runbook may ask for it: by its own names and nothing else.
record CalledFacts(Facts facts, Inside inside) implements Facts {
    @Override
    public Instant now() {
        return facts.now();
    }

    @Override
    public List<HostName> hosts(FindingName finding) {
        return facts.hosts(finding.within(inside.call()));
    }

    @Override
    public List<HostName> hosts() {
        return inside.asked().stream()
                .flatMap(finding -> hosts(finding).stream())
                .distinct()
                .toList();
    }

    @Override
    public Sample sample(FindingName finding, HostName host) {
        return facts.sample(finding.within(inside.call()), host);
    }

    @Override
    public Optional<String> tooFewWitnesses(FindingName finding) {
        return facts.tooFewWitnesses(finding.within(inside.call()));
    }

    @Override
    public Sample answer(FindingName finding) {
        return facts.answer(finding.within(inside.call()));
    }

    @Override
    public Explained hypothesis(HypothesisName name) {
        return facts.hypothesis(name.within(inside.call()));
    }

    @Override
    public Explained established(HypothesisName name) {
        return facts.established(name.within(inside.call()));
    }

    @Override
    public Truth verified(StepId step) {
        return facts.verified(step.within(inside.call()));
    }

    @Override
    public String outcome(StepId step) {
        return facts.outcome(step.within(inside.call()));
    }

    @Override
    public Optional<Value> parameter(String name) {
        return facts.parameter(inside.outside(name));
    }

    @Override
    public String address(HostName host) {
        return facts.address(host);
    }
}
