package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;

/// Where one sending stands: `intended (durable) → sent → ended`, and, when it ended unknown,
/// resolved.
///
/// @param bootId the host's boot id when it was sent, where it was seen
/// @param outcome empty until it ended
/// @param stdout standard output as kept when it ended
public record ActionProgress(
        RunEvent.Dispatched intent,
        Instant intendedAt,
        Optional<Instant> sentAt,
        Optional<String> bootId,
        Optional<Outcome> outcome,
        Optional<Instant> endedAt,
        long endedSequence,
        Optional<Resolver> resolvedBy,
        Kept stdout,
        Kept stderr,
        Optional<Receipt> receipt) {
    /// What the host last said about it.
    public record Receipt(String answer, Instant at) {}

    static ActionProgress intended(RunEvent.Dispatched intent, Instant at) {
        return new ActionProgress(
                intent,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Kept.NOTHING,
                Kept.NOTHING,
                Optional.empty());
    }

    ActionProgress sent(RunEvent.Sent event, Instant at) {
        return new ActionProgress(
                intent,
                intendedAt,
                Optional.of(at),
                event.bootId(),
                outcome,
                endedAt,
                endedSequence,
                resolvedBy,
                stdout,
                stderr,
                receipt);
    }

    ActionProgress ended(RunEvent.Ended event, Recorded recorded) {
        return new ActionProgress(
                intent,
                intendedAt,
                sentAt,
                bootId,
                Optional.of(event.outcome()),
                Optional.of(recorded.at()),
                recorded.sequence(),
                Optional.empty(),
                event.stdout(),
                event.stderr(),
                Optional.empty());
    }

    ActionProgress lost(String reason, Recorded recorded) {
        return new ActionProgress(
                intent,
                intendedAt,
                sentAt,
                bootId,
                Optional.of(new Outcome.Unknown(reason)),
                Optional.of(recorded.at()),
                recorded.sequence(),
                Optional.empty(),
                stdout,
                stderr,
                Optional.empty());
    }

    ActionProgress resolved(RunEvent.Resolved event, Recorded recorded) {
        return new ActionProgress(
                intent,
                intendedAt,
                sentAt,
                bootId,
                Optional.of(event.outcome()),
                Optional.of(recorded.at()),
                recorded.sequence(),
                Optional.of(event.by()),
                stdout,
                stderr,
                receipt);
    }

    ActionProgress receiptRead(String answer, Instant at) {
        return new ActionProgress(
                intent,
                intendedAt,
                sentAt,
                bootId,
                outcome,
                endedAt,
                endedSequence,
                resolvedBy,
                stdout,
                stderr,
                Optional.of(new Receipt(answer, at)));
    }

    public boolean inFlight() {
        return outcome.isEmpty();
    }

    /// Ended well, as seen or as resolved.
    public boolean succeeded() {
        return outcome.filter(Outcome.Succeeded.class::isInstance).isPresent();
    }

    public boolean unknown() {
        return outcome.filter(Outcome.Unknown.class::isInstance).isPresent();
    }
}
