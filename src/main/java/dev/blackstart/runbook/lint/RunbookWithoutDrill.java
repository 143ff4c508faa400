package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import java.util.List;

/// What was never drilled fails when it is needed.
final class RunbookWithoutDrill implements Rule {
    @Override
    public String id() {
        return "no-drill";
    }

    @Override
    public String says() {
        return "A runbook has no drill below `drills/`, so that nobody knows whether it works.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        if (!subject.drills().isEmpty()) {
            return List.of();
        }
        String file = subject.runbook().steps().getFirst().heading().position().file();
        return List.of(
                Problem.warning(
                        new Position(file, 1, 1),
                        id(),
                        "the runbook has no drill; add a file below drills/ beside it"));
    }
}
