package dev.blackstart.policy;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.SiteRules;
import dev.blackstart.runbook.Risk;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An answer at a gate that sends something, with what it must be judged by.
record Vote(RunState state, Gate gate, RunEvent.GateAnswered said, Instant now) {
    boolean yes() {
        return gate.yes(said.choice());
    }

    Risk risk() {
        return gate.risk().orElse(Risk.MUTATE);
    }

    Optional<Attestation> attested() {
        return said.attested();
    }

    /// Everybody who opened the run or took it up.
    Set<Person> requesters() {
        Set<Person> requesters = new LinkedHashSet<>();
        state.opened().map(RunEvent.RunOpened::by).ifPresent(requesters::add);
        state.wheel().beganBy().ifPresent(requesters::add);
        return requesters;
    }

    /// Everybody who changed what would be sent, in this run.
    Set<Person> amenders() {
        Set<Person> amenders = new LinkedHashSet<>();
        gate.amendments().forEach(amendment -> amenders.add(amendment.by()));
        state.takingUps().amended().stream()
                .map(it -> ((RunEvent.RunbookAmended) it.event()).by())
                .forEach(amenders::add);
        return amenders;
    }

    /// Every yes to this gate before.
    List<RunEvent.GateAnswered> before() {
        return state.gates().yeses(gate.id());
    }

    String runbook() {
        return state.opened().map(RunEvent.RunOpened::runbook).orElse("");
    }

    String run() {
        return state.opened().map(it -> it.run().value()).orElse("RUN");
    }

    Optional<String> freeze(SiteRules rules) {
        return rules.frozen(risk(), now);
    }
}
