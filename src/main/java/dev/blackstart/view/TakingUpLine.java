package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import java.util.stream.Collectors;

/// That another process has the run, and what it may have changed, in one line.
public final class TakingUpLine {
    private TakingUpLine() {}

    public static String of(RunEvent.OfTakingUp event) {
        return switch (event) {
            case RunEvent.RunResumed it -> resumed(it);
            case RunEvent.ReconcileBegun it ->
                    "taken up by %s to find out what is unknown; nothing that acts is sent"
                            .formatted(it.by());
            case RunEvent.RunbookAmended it ->
                    "the runbook was amended by %s: %s; approvals of the old text are void"
                            .formatted(
                                    it.by(),
                                    it.steps().stream()
                                            .map(StepId::value)
                                            .collect(Collectors.joining(", ")));
        };
    }

    private static String resumed(RunEvent.RunResumed it) {
        return it.takenOver()
                .map(how ->
                        "taken over%s by %s: %s"
                                .formatted(
                                        how.from().map(from -> " from " + from).orElse(""),
                                        it.by(),
                                        how.reason()))
                .orElse("taken up again by " + it.by());
    }
}
