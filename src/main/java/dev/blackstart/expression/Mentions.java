package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.StepId;
import java.util.HashSet;
import java.util.Set;

/// Collects the names an expression mentions while it is compiled.
final class Mentions {
    private final Set<FindingName> findings = new HashSet<>();
    private final Set<FindingName> ofHost = new HashSet<>();
    private final Set<HypothesisName> hypotheses = new HashSet<>();
    private final Set<HypothesisName> established = new HashSet<>();
    private final Set<StepId> steps = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<FindingName> answers = new HashSet<>();
    private boolean host;

    void add(Input input) {
        switch (input) {
            case Input.OverHosts over -> findings.add(over.finding());
            case Input.OfHost of -> ofHost(of);
            case Input.HostField field -> host |= field.variable().equals(Moment.HOST);
            case Input.Supposed supposed -> hypotheses.add(supposed.hypothesis());
            case Input.Established claim -> established.add(claim.hypothesis());
            case Input.Verified verified -> steps.add(verified.step());
            case Input.OutcomeOf outcome -> steps.add(outcome.step());
            case Input.Answer answer -> answers.add(answer.finding());
            case Input.Given given -> parameters.add(given.parameter());
            case Input.Quantified quantified -> findings.addAll(quantified.asked());
        }
    }

    private void ofHost(Input.OfHost input) {
        findings.add(input.finding());
        if (input.variable().equals(Moment.HOST)) {
            host = true;
            ofHost.add(input.finding());
        }
    }

    boolean host() {
        return host;
    }

    /// The findings mentioned as `host.NAME`.
    Set<FindingName> ofHost() {
        return Set.copyOf(ofHost);
    }

    References references() {
        return new References(findings, hypotheses, established, steps, parameters, answers);
    }
}
