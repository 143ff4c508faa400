package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;

/// Where one sending stands: `intended (durable) → sent → ended`, and, when it ended unknown, resolved.
///
/// @param outcome empty until it ended
/// @param output standard output as kept when it ended
public record ActionProgress(
        RunEvent.Dispatched intent,
        Instant intendedAt,
        Optional<Instant> sentAt,
        Optional<Outcome> outcome,
        Optional<Instant> endedAt,
        Optional<Resolver> resolvedBy,
        Kept stdout,
        Kept stderr,
        boolean receiptAsked) {

    static ActionProgress intended(RunEvent.Dispatched intent, Instant at) {
        return new ActionProgress(
                intent,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kept.NOTHING,
                Kept.NOTHING,
                false);
    }

    ActionProgress sent(Instant at) {
        return new ActionProgress(
                intent, intendedAt, Optional.of(at), outcome, endedAt, resolvedBy, stdout, stderr,
                receiptAsked);
    }

    ActionProgress ended(RunEvent.Ended event, Instant at) {
        return new ActionProgress(
                intent, intendedAt, sentAt, Optional.of(event.outcome()), Optional.of(at),
                Optional.empty(), event.stdout(), event.stderr(), false);
    }

    ActionProgress lost(String reason, Instant at) {
        return new ActionProgress(
                intent, intendedAt, sentAt, Optional.of(new Outcome.Unknown(reason)),
                Optional.of(at), Optional.empty(), stdout, stderr, false);
    }

    ActionProgress resolved(RunEvent.Resolved event, Instant at) {
        return new ActionProgress(
                intent, intendedAt, sentAt, Optional.of(event.outcome()), Optional.of(at),
                Optional.of(event.by()), stdout, stderr, receiptAsked);
    }

    ActionProgress receiptRead() {
        return new ActionProgress(
                intent, intendedAt, sentAt, outcome, endedAt, resolvedBy, stdout, stderr, true);
    }

    public boolean inFlight() {
        return outcome.isEmpty();
    }

    public boolean unknown() {
        return outcome.filter(Outcome.Unknown.class::isInstance).isPresent();
    }
}
