package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A host that an action takes away for a while on purpose, and what is known of its return.
///
/// @param progress the sending that does
record Away(Moment moment, Step.Acting step, Expects expects, ActionProgress progress) {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    static Optional<Away> of(Moment moment, ActionProgress progress) {
        if (progress.intent().purpose() != Purpose.ACT || !leaves(progress)) {
            return Optional.empty();
        }
        return moment.plan()
                .runbook()
                .step(progress.intent().action().step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .flatMap(step ->
                        step.execution()
                                .expects()
                                .map(expects -> new Away(moment, step, expects, progress)));
    }

    /// Ended well, out of sight, or by a signal, as it is when the host goes down under it; what a
    /// person has resolved is no longer waited for.
    private static boolean leaves(ActionProgress progress) {
        if (progress.outcome().isEmpty() || progress.resolvedBy().isPresent()) {
            return false;
        }
        return switch (progress.outcome().get()) {
            case Outcome.Succeeded it -> true;
            case Outcome.Unknown it -> true;
            case Outcome.Failed it -> it.how().contains("(signal ");
            case Outcome.TimedOut it -> false;
            case Outcome.Unreachable it -> false;
            case Outcome.Rehearsed it -> false;
        };
    }

    ActionKey action() {
        return progress.intent().action();
    }

    HostName host() {
        return action().host();
    }

    private Optional<Recorded> recorded() {
        return moment.state().sighted(action());
    }

    private Optional<RunEvent.Sighted> sighting() {
        return recorded().map(recorded -> (RunEvent.Sighted) recorded.event());
    }

    boolean answers() {
        return sighting().filter(RunEvent.Sighted::answered).isPresent();
    }

    /// It answers, and where it was to be rebooted it was.
    boolean back() {
        return answers() && (!expects.reboot() || rebooted());
    }

    /// Another boot id; where none was read, up for a shorter time than the sending is old.
    private boolean rebooted() {
        Optional<String> before = progress.bootId();
        Optional<String> now = sighting().flatMap(RunEvent.Sighted::bootId);
        if (before.isPresent() && now.isPresent()) {
            return !before.equals(now);
        }
        Duration age =
                Duration.between(
                        progress.intendedAt(),
                        recorded().map(Recorded::at).orElse(progress.intendedAt()));
        return sighting()
                .flatMap(RunEvent.Sighted::up)
                .filter(up -> up.compareTo(age) < 0)
                .isPresent();
    }

    boolean overdue() {
        return !moment.now().isBefore(deadline()) && recorded().isPresent();
    }

    Instant deadline() {
        return since().plus(expects.patience());
    }

    /// Waited for since it ended, or since a person wanted to wait once more.
    private Instant since() {
        Instant ended = progress.endedAt().orElse(progress.intendedAt());
        return moment.decision(step.id())
                .filter(answer ->
                        answer.event().choice().equals(Decisions.AGAIN)
                                || answer.event().choice().equals(Decisions.LOOK))
                .map(answer -> answer.recorded().at())
                .filter(again -> again.isAfter(ended))
                .orElse(ended);
    }

    /// When it is looked for next.
    Instant due() {
        return recorded()
                .map(recorded -> recorded.at().plus(LOOK_EVERY))
                .orElse(progress.endedAt().orElse(progress.intendedAt()));
    }
}
