package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;

/// Where one sending stands: `intended (durable) → sent → ended`, and, when it ended unknown,
/// resolved.
///
/// @param bootId the host's boot id when it was sent, where it was seen; until then the one it was
///   last seen with, under no other of which it starts
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
    ///
    /// @param tries how often in a row it could not be asked, or 1
    /// @param heard when the host last answered at all
    public record Receipt(
            ReceiptWord word,
            String answer,
            Instant at,
            long sequence,
            int tries,
            Optional<Instant> heard) {
        private static Receipt first(RunEvent.ReceiptRead event, Recorded recorded) {
            boolean silent = event.word() == ReceiptWord.NO_ANSWER;
            return new Receipt(
                    event.word(),
                    event.answer(),
                    recorded.at(),
                    recorded.sequence(),
                    1,
                    silent ? Optional.empty() : Optional.of(recorded.at()));
        }

        private Receipt then(Receipt next) {
            return next.word() == ReceiptWord.NO_ANSWER
                    ? new Receipt(
                            next.word(),
                            next.answer(),
                            next.at(),
                            next.sequence(),
                            word == ReceiptWord.NO_ANSWER ? tries + 1 : 1,
                            heard)
                    : next;
        }
    }

    static ActionProgress intended(
            RunEvent.Dispatched intent, Instant at, Optional<String> bootId) {
        return new ActionProgress(
                intent,
                at,
                Optional.empty(),
                bootId,
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
                event.bootId().or(() -> bootId),
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

    /// Its receipt is to be read anew.
    ActionProgress unread() {
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
                event.output().map(Printed::stdout).orElse(stdout),
                event.output().map(Printed::stderr).orElse(stderr),
                receipt);
    }

    ActionProgress receiptRead(RunEvent.ReceiptRead event, Recorded recorded) {
        Receipt read = Receipt.first(event, recorded);
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
                Optional.of(receipt.map(before -> before.then(read)).orElse(read)));
    }

    public boolean inFlight() {
        return outcome.isEmpty();
    }

    /// Its end was not seen, and its host said later that it is still at work.
    public boolean foundAgain() {
        return unknown()
                && receipt.filter(it ->
                                it.word() == ReceiptWord.RUNNING
                                        || it.word() == ReceiptWord.NO_ANSWER
                                                && it.heard().isPresent())
                        .isPresent();
    }

    /// Ended well, as seen or as resolved.
    public boolean succeeded() {
        return outcome.filter(Outcome.Succeeded.class::isInstance).isPresent();
    }

    /// A person said that it was not carried out, and its host has not been heard about it.
    public boolean notAppliedByWord() {
        return resolvedBy.filter(Resolver.PERSON::equals).isPresent()
                && outcome.filter(Outcome.Unreachable.class::isInstance).isPresent()
                && !intent.bare();
    }

    public boolean unknown() {
        return outcome.filter(Outcome.Unknown.class::isInstance).isPresent();
    }
}
