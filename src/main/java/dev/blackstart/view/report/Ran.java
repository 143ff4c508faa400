package dev.blackstart.view.report;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Until when actions whose process ended under them were at work on their hosts: as long as the
/// host said later, else at most their time-out, after which the host ends them.
///
/// @param whole the run with all of its events
record Ran(Runbook runbook, RunState whole) {
    /// The last end of what is under way in a state; empty when nothing is.
    Optional<Instant> until(RunState then) {
        return then.actions().all().stream()
                .filter(ActionProgress::inFlight)
                .map(it -> it.intendedAt().plus(length(it)))
                .max(Comparator.naturalOrder());
    }

    private Duration length(ActionProgress progress) {
        ActionKey action = progress.intent().action();
        Purpose purpose = progress.intent().purpose();
        return whole.actions().all().stream()
                .filter(it -> it.intent().action().equals(action))
                .filter(it -> it.intent().purpose() == purpose)
                .flatMap(it -> it.outcome().stream())
                .flatMap(it -> took(it).stream())
                .filter(Duration::isPositive)
                .findFirst()
                .orElseGet(() -> timeout(action));
    }

    private static Optional<Duration> took(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded it -> Optional.of(it.took());
            case Outcome.Failed it -> Optional.of(it.took());
            case Outcome.TimedOut it -> Optional.of(it.after());
            case Outcome.Unreachable it -> Optional.empty();
            case Outcome.Unknown it -> Optional.empty();
            case Outcome.Rehearsed it -> Optional.empty();
        };
    }

    private Duration timeout(ActionKey action) {
        return runbook.step(action.step())
                .filter(Step.Targeted.class::isInstance)
                .map(step -> ((Step.Targeted) step).targets().timeout())
                .orElse(Duration.ZERO);
    }
}
