package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A `wait` step: polls its check until the condition holds or its time is over, and then asks.
final class WaitFlow {
    private final Moment moment;
    private final Step.Wait step;

    WaitFlow(Moment moment, Step.Wait step) {
        this.moment = moment;
        this.step = step;
    }

    List<Directive> next() {
        Optional<List<Directive>> decided =
                Decisions.obeyed(moment, step.id(), moment.state().verified(step.id()).isPresent());
        if (decided.isPresent()) {
            return decided.get();
        }
        Optional<List<Directive>> settledByWhen = Needed.orSettled(moment, step);
        if (settledByWhen.isPresent()) {
            return settledByWhen.get();
        }
        Optional<RunEvent.Verified> verified = verified();
        if (verified.isPresent()) {
            return verified.get().truth() == Truth.TRUE
                    ? Settle.as(step.id(), StepOutcome.SUCCEEDED, verified.get().reasons())
                    : Decisions.unproven(
                            moment,
                            step.id(),
                            "%s: waited %s, and %s does not hold."
                                    .formatted(
                                            step.heading().title(),
                                            Words.length(step.within()),
                                            step.until().text()),
                            verified.get().reasons());
        }
        return poll();
    }

    private List<Directive> poll() {
        Proof proof =
                new Proof(
                        moment,
                        step.check(),
                        step.until(),
                        step.every(),
                        step.within(),
                        hosts(),
                        start(),
                        startSequence());
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> undecided.directives();
            case Proof.Result.Decided decided ->
                    Settle.record(
                            new RunEvent.Verified(step.id(), decided.truth(), decided.reasons()));
        };
    }

    private List<HostName> hosts() {
        return moment.plan()
                .runbook()
                .step(step.check())
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .map(check -> moment.facts().hosts(check.targets()))
                .orElse(List.of());
    }

    private Optional<RunEvent.Verified> verified() {
        return moment.state()
                .verified(step.id())
                .filter(recorded ->
                        recorded.sequence() > moment.decided(step.id(), Decisions.AGAIN))
                .map(recorded -> (RunEvent.Verified) recorded.event());
    }

    /// The wait began when the step before it settled, or when a person chose to wait once more.
    private Instant start() {
        return moment.decision(step.id())
                .filter(answer -> answer.event().choice().equals(Decisions.AGAIN))
                .map(answer -> answer.recorded().at())
                .or(moment.state()::lastSettledAt)
                .or(moment.state()::openedAt)
                .orElse(moment.now());
    }

    private long startSequence() {
        return Math.max(moment.changedAt(), moment.decided(step.id(), Decisions.AGAIN));
    }
}
