package dev.blackstart.run;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Targets;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one state of a run says about findings, hypotheses and steps.
public final class RunFacts implements Facts {
    private final Plan plan;
    private final EvidenceBook evidence;
    private final RunState state;
    private final Instant now;

    /// @param evidence usually the state's own; another view of it to ask what would hold on that
    public RunFacts(Plan plan, EvidenceBook evidence, RunState state, Instant now) {
        this.plan = plan;
        this.evidence = evidence;
        this.state = state;
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<HostName> hosts(FindingName finding) {
        return plan.runbook()
                .yielding(finding)
                .map(step -> hosts(step.targets()))
                .orElse(List.of());
    }

    /// The hosts selected, without those for which `where` is definitely false.
    List<HostName> hosts(Targets targets) {
        List<HostName> all = targets.on().in(plan.inventory());
        if (targets.where().isEmpty()) {
            return all;
        }
        Condition where = targets.where().get();
        return all.stream()
                .filter(host -> where.evaluate(this, Optional.of(host)).truth() != Truth.FALSE)
                .toList();
    }

    @Override
    public List<HostName> hosts() {
        return plan.runbook().steps().stream()
                .filter(step -> step.id().call().isEmpty())
                .filter(step -> step instanceof Step.Check || step instanceof Step.Derive)
                .flatMap(step -> hosts(((Step.Targeted) step).targets()).stream())
                .distinct()
                .toList();
    }

    @Override
    public Sample sample(FindingName finding, HostName host) {
        Optional<String> exclusion = state.departures().exclusion(host);
        if (exclusion.isPresent()) {
            return new Sample.Inadmissible(exclusion.get());
        }
        Optional<Step.Targeted> source = plan.runbook().yielding(finding);
        if (source.isPresent() && source.get() instanceof Step.Check check) {
            return sample(check, finding, host);
        }
        if (source.isPresent() && source.get() instanceof Step.Derive derive) {
            return derive.value().derive(this, host);
        }
        return new Sample.Unknown("no check asks for it", Optional.empty());
    }

    private Sample sample(Step.Check check, FindingName finding, HostName host) {
        Optional<Evidence> found = evidence.of(check.id(), host);
        if (found.isEmpty()) {
            return new Sample.Unknown("not asked yet", Optional.empty());
        }
        Instant at = found.get().at();
        return switch (found.get().observation()) {
            case Observation.NoAnswer none ->
                    new Sample.Unknown(none.reason(), Optional.of(at), none.by().silence());
            case Observation.NotAdmissible no -> new Sample.Inadmissible(no.reason());
            case Observation.Seen seen -> admitted(check, host, at, read(check, finding, seen, at));
        };
    }

    private static Sample read(
            Step.Check check, FindingName finding, Observation.Seen seen, Instant at) {
        Reading reading = seen.findings().get(finding);
        if (reading instanceof Reading.Taken taken) {
            return new Sample.Known(taken.value(), at, "check " + check.id());
        }
        String reason =
                reading instanceof Reading.Missing missing
                        ? missing.reason()
                        : "the check was run without this finding";
        return new Sample.Unknown(reason, Optional.of(at));
    }

    private Sample admitted(Step.Check check, HostName host, Instant at, Sample sample) {
        if (check.admissible().isEmpty()) {
            return sample;
        }
        Explained admissible = check.admissible().get().evaluate(this, Optional.of(host));
        return switch (admissible.truth()) {
            case TRUE -> sample;
            case FALSE -> new Sample.Inadmissible(because(admissible));
            case UNKNOWN ->
                    new Sample.Unknown(
                            "whether it may testify is unknown: " + because(admissible),
                            Optional.of(at));
        };
    }

    private static String because(Explained explained) {
        return String.join("; ", explained.reasons());
    }

    @Override
    public Optional<String> tooFewWitnesses(FindingName finding) {
        Optional<Step.Targeted> source = plan.runbook().yielding(finding);
        if (source.isEmpty() || !(source.get() instanceof Step.Check check)) {
            return Optional.empty();
        }
        return check.witnesses()
                .flatMap(wanted -> {
                    List<HostName> heard = heard(finding);
                    long outside = heard.stream().filter(plan.inventory()::outside).count();
                    return heard.size() >= wanted.min() && outside >= wanted.outside()
                            ? Optional.empty()
                            : Optional.of(
                                    "%d admissible answers, %d from outside; %d and %d are needed"
                                            .formatted(
                                                    heard.size(),
                                                    outside,
                                                    wanted.min(),
                                                    wanted.outside()));
                });
    }

    private List<HostName> heard(FindingName finding) {
        return hosts(finding).stream()
                .filter(host -> sample(finding, host) instanceof Sample.Known)
                .toList();
    }

    @Override
    public Sample answer(FindingName finding) {
        Optional<RunEvent.Answered> answered = evidence.answer(finding);
        Optional<Recorded> recorded = evidence.answerRecorded(finding);
        if (answered.isEmpty() || recorded.isEmpty()) {
            return new Sample.Unknown("nobody has answered yet", Optional.empty());
        }
        Value value = Answers.value(plan.runbook(), answered.get());
        return new Sample.Known(
                value, recorded.get().at(), "answered by " + answered.get().by().name());
    }

    @Override
    public Explained hypothesis(HypothesisName name) {
        return Optional.ofNullable(plan.runbook().hypotheses().get(name))
                .map(hypothesis -> Weighing.weigh(hypothesis, this))
                .orElse(Explained.of(Truth.UNKNOWN, "there is no hypothesis " + name));
    }

    @Override
    public Explained established(HypothesisName name) {
        return new Establishment(plan, state, now).holds(name);
    }

    @Override
    public Truth verified(StepId step) {
        return state.settled(step)
                .map(settled -> Truth.of(settled.outcome() == StepOutcome.SUCCEEDED))
                .filter(truth ->
                        state.settled(step)
                                .filter(s -> s.outcome() == StepOutcome.REHEARSED)
                                .isEmpty())
                .orElse(Truth.UNKNOWN);
    }

    @Override
    public String outcome(StepId step) {
        return state.settled(step).map(settled -> settled.outcome().word()).orElse("pending");
    }

    @Override
    public Optional<Value> parameter(String name) {
        return Optional.ofNullable(plan.parameters().get(name));
    }

    @Override
    public String address(HostName host) {
        return plan.inventory()
                .host(host)
                .map(Host::address)
                .map(Object::toString)
                .orElse(host.value());
    }

    /// A condition over the set or over one host.
    Explained ask(Condition condition, Optional<HostName> host) {
        return condition.evaluate(this, host);
    }
}
