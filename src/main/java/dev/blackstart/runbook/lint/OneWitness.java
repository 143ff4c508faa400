package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One host that cannot see another proves nothing about the other.
final class OneWitness implements Rule {
    @Override
    public String id() {
        return "one-witness";
    }

    @Override
    public String says() {
        return "Everything that confirms a hypothesis is seen by one and the same host, which may itself be the broken one.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        return subject.runbook().hypotheses().values().stream()
                .filter(hypothesis -> oneWitness(subject, hypothesis))
                .map(hypothesis ->
                        Problem.warning(
                                hypothesis.position(),
                                id(),
                                "one host alone decides `%s`; look from a second one, such as a host of the group vantage"
                                        .formatted(hypothesis.name())))
                .toList();
    }

    private static boolean oneWitness(Subject subject, Hypothesis hypothesis) {
        boolean person =
                hypothesis.confirmedBy().stream()
                        .anyMatch(c -> !c.references().answers().isEmpty());
        Set<String> witnesses =
                hypothesis.confirmedBy().stream()
                        .flatMap(condition -> condition.references().findings().stream())
                        .flatMap(finding -> witnesses(subject, finding).stream())
                        .collect(Collectors.toSet());
        return !person && witnesses.size() == 1 && !witnesses.contains(MANY);
    }

    private static final String MANY = "";

    /// The names of the hosts that testify; `MANY` where that cannot be told.
    private static List<String> witnesses(Subject subject, FindingName finding) {
        return subject.runbook()
                .yielding(finding)
                .map(Step.Targeted::targets)
                .flatMap(targets -> subject.hosts(targets.on()))
                .map(hosts -> hosts.stream().map(host -> host.value()).toList())
                .orElse(List.of(MANY));
    }
}
