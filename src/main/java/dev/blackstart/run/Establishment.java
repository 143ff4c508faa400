package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Truth;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a verdict recorded earlier still holds: it does through our own cures (the hosts we
/// acted on testify as they did then), and is void on a reboot, on contradicting evidence from
/// elsewhere, or with age.
final class Establishment {
    private final Plan plan;
    private final RunState state;
    private final Instant now;

    Establishment(Plan plan, RunState state, Instant now) {
        this.plan = plan;
        this.state = state;
        this.now = now;
    }

    Explained holds(HypothesisName name) {
        Optional<Hypothesis> hypothesis =
                Optional.ofNullable(plan.runbook().hypotheses().get(name));
        Optional<Recorded> recorded = state.established(name);
        Optional<EvidenceBook> then = state.establishedOn(name);
        if (hypothesis.isEmpty() || recorded.isEmpty() || then.isEmpty()) {
            return Explained.of(
                    Truth.UNKNOWN, "established." + name + " is unknown: no verdict yet");
        }
        RunEvent.Established event = (RunEvent.Established) recorded.get().event();
        return switch (event.verdict()) {
            case UNDECIDED ->
                    Explained.of(Truth.UNKNOWN, "established." + name + " is unknown: undecided");
            case REFUTED -> Explained.of(Truth.FALSE, "established." + name + " is false: refuted");
            case CONFIRMED -> stillHolds(hypothesis.get(), recorded.get(), then.get());
        };
    }

    private Explained stillHolds(Hypothesis hypothesis, Recorded recorded, EvidenceBook then) {
        HypothesisName name = hypothesis.name();
        if (recorded.at().plus(hypothesis.freshFor()).isBefore(now)) {
            return Explained.of(
                    Truth.UNKNOWN,
                    "established.%s is void: confirmed more than %s ago"
                            .formatted(name, hypothesis.freshFor()));
        }
        Optional<HostName> rebooted = then.rebootedIn(state.evidence());
        if (rebooted.isPresent()) {
            return Explained.of(
                    Truth.UNKNOWN,
                    "established.%s is void: %s has rebooted since"
                            .formatted(name, rebooted.get()));
        }
        EvidenceBook elsewhere = state.evidence().withHostsFrom(then, actedOnSince(recorded));
        Explained today = Weighing.weigh(hypothesis, new RunFacts(plan, elsewhere, state, now));
        if (today.truth() == Truth.FALSE) {
            return Explained.of(
                    Truth.UNKNOWN,
                    "established.%s is void: contradicted since by %s"
                            .formatted(name, String.join("; ", today.reasons())));
        }
        return Explained.of(
                Truth.TRUE,
                "established.%s is true: confirmed at %s".formatted(name, recorded.at()));
    }

    private Set<HostName> actedOnSince(Recorded recorded) {
        return state.actions().all().stream()
                .filter(progress -> progress.intent().purpose() == Purpose.ACT)
                .filter(progress -> state.actions().decided(progress) > recorded.sequence())
                .map(progress -> progress.intent().action().host())
                .collect(Collectors.toSet());
    }
}
