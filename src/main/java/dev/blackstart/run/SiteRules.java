package dev.blackstart.run;

import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a site asks of the gates of all runs. It makes a gate stricter than the runbook does, never
/// laxer.
public record SiteRules(Map<Risk, SiteRule> rules, List<Freeze> freezes) {
    /// A site without a policy.
    public static final SiteRules NONE = new SiteRules(Map.of(), List.of());

    public SiteRules {
        rules = Map.copyOf(rules);
        freezes = List.copyOf(freezes);
    }

    /// Is a policy in force at all?
    public boolean inForce() {
        return !rules.isEmpty();
    }

    private Optional<SiteRule> rule(GateRule gate, Risk own) {
        return Optional.ofNullable(rules.get(gate.askedAs(own)));
    }

    int people(GateRule gate, Risk own) {
        return Math.max(gate.people(own), rule(gate, own).map(SiteRule::people).orElse(1));
    }

    Duration openFor(GateRule gate, Risk own) {
        return rule(gate, own)
                .flatMap(SiteRule::within)
                .filter(shorter -> shorter.compareTo(gate.openFor()) < 0)
                .orElse(gate.openFor());
    }

    /// What a person must know of it at a gate, in sentences.
    List<String> cautions(GateRule gate, Risk own, Instant now) {
        List<String> cautions = new ArrayList<>();
        rule(gate, own).map(SiteRule::sentence).ifPresent(cautions::add);
        frozen(gate.askedAs(own), now).ifPresent(cautions::add);
        return cautions;
    }

    /// Why an action of some risk may not run now; empty when it may.
    public Optional<String> frozen(Risk risk, Instant now) {
        return freezes.stream().flatMap(freeze -> freeze.refusal(risk, now).stream()).findFirst();
    }
}
