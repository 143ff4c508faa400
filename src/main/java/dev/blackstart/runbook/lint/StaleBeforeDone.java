package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Step;
import java.util.List;

/// Evidence must outlive its own taking.
final class StaleBeforeDone implements Rule {
    @Override
    public String id() {
        return "stale-before-done";
    }

    @Override
    public String says() {
        return "A check's `fresh_for` is shorter than its `timeout`, so that slow evidence is stale when it comes.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        return subject.runbook().steps().stream()
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .filter(check -> check.freshFor().compareTo(check.targets().timeout()) < 0)
                .map(check ->
                        Problem.warning(
                                check.heading().position(),
                                id(),
                                "the evidence of `%s` counts for %d s and may take %d s; make `fresh_for` longer than `timeout`"
                                        .formatted(
                                                check.id(),
                                                check.freshFor().toSeconds(),
                                                check.targets().timeout().toSeconds())))
                .toList();
    }
}
