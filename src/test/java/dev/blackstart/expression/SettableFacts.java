package dev.blackstart.expression;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts as a test sets them.
final class SettableFacts implements Facts {
    static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    private final Map<FindingName, Map<HostName, Sample>> samples = new LinkedHashMap<>();
    private final Map<FindingName, String> tooFew = new HashMap<>();
    private final Map<FindingName, Sample> answers = new HashMap<>();
    private final Map<HypothesisName, Explained> hypotheses = new HashMap<>();
    private final Map<HypothesisName, Explained> established = new HashMap<>();
    private final Map<StepId, Truth> verified = new HashMap<>();
    private final Map<StepId, String> outcomes = new HashMap<>();
    private final Map<String, Value> parameters = new HashMap<>();

    void sample(String finding, String host, Sample sample) {
        samples.computeIfAbsent(new FindingName(finding), f -> new LinkedHashMap<>())
                .put(new HostName(host), sample);
    }

    void tooFew(String finding, String reason) {
        tooFew.put(new FindingName(finding), reason);
    }

    void answer(String finding, Sample sample) {
        answers.put(new FindingName(finding), sample);
    }

    void hypothesis(String name, Explained explained) {
        hypotheses.put(new HypothesisName(name), explained);
    }

    void established(String name, Explained explained) {
        established.put(new HypothesisName(name), explained);
    }

    void step(String step, Truth truth, String outcome) {
        verified.put(new StepId(step), truth);
        outcomes.put(new StepId(step), outcome);
    }

    void parameter(String name, Value value) {
        parameters.put(name, value);
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public List<HostName> hosts(FindingName finding) {
        return List.copyOf(samples.getOrDefault(finding, Map.of()).keySet());
    }

    @Override
    public List<HostName> hosts() {
        Set<HostName> all = new LinkedHashSet<>();
        samples.values().forEach(byHost -> all.addAll(byHost.keySet()));
        return List.copyOf(all);
    }

    @Override
    public Sample sample(FindingName finding, HostName host) {
        return samples.getOrDefault(finding, Map.of())
                .getOrDefault(host, new Sample.Unknown("not asked", Optional.empty()));
    }

    @Override
    public Optional<String> tooFewWitnesses(FindingName finding) {
        return Optional.ofNullable(tooFew.get(finding));
    }

    @Override
    public Sample answer(FindingName finding) {
        return answers.getOrDefault(
                finding, new Sample.Unknown("nobody was asked", Optional.empty()));
    }

    @Override
    public Explained hypothesis(HypothesisName name) {
        return hypotheses.getOrDefault(name, new Explained(Truth.UNKNOWN, List.of()));
    }

    @Override
    public Explained established(HypothesisName name) {
        return established.getOrDefault(name, new Explained(Truth.UNKNOWN, List.of()));
    }

    @Override
    public Truth verified(StepId step) {
        return verified.getOrDefault(step, Truth.UNKNOWN);
    }

    @Override
    public String outcome(StepId step) {
        return outcomes.getOrDefault(step, "pending");
    }

    @Override
    public Optional<Value> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public String address(HostName host) {
        return "10.0.0.1";
    }
}
