package dev.blackstart.run;

import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The reading of the receipt of a sending whose end was not seen: again and again while the host
/// says that it is at work, and for a while when the host does not answer.
record UnknownReceipt(Moment moment, ActionProgress progress) {
    /// A host that does not answer is asked for so long before a person is.
    static final Duration KEEP_TRYING = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    /// A host that says the command still runs is asked again so soon, and then waits itself.
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private static final Duration HOST_WAITS = Duration.ofSeconds(15);
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);

    /// What the wrapper may need beyond the time-out until everything has ended.
    private static final Duration GRACE = Duration.ofSeconds(30);

    /// Empty when the host has said all it can for now.
    ///
    /// @param wanted a person wants it read once more
    Optional<Directive> next(boolean wanted) {
        if (progress.receipt().isEmpty() || wanted) {
            return Optional.of(read(Duration.ZERO));
        }
        ActionProgress.Receipt receipt = progress.receipt().get();
        return switch (receipt.word()) {
            case RUNNING -> again(receipt, ASK_AGAIN, runsUntil(), HOST_WAITS);
            case NO_ANSWER -> again(receipt, pause(receipt.tries()), triesUntil(), Duration.ZERO);
            case LOST_BY_REBOOT, UNDECIDED -> Optional.empty();
        };
    }

    /// The same in a hurry: whether the host answers or is at work, it is asked again and again.
    ///
    /// @param within how long one answer may take
    Optional<Directive> shortly(Duration within) {
        if (progress.receipt().isEmpty()) {
            return Optional.of(read(Duration.ZERO, within));
        }
        ActionProgress.Receipt receipt = progress.receipt().get();
        return switch (receipt.word()) {
            case RUNNING, NO_ANSWER -> {
                Instant due = receipt.at().plus(ASK_AGAIN);
                yield Optional.of(
                        moment.now().isBefore(due)
                                ? new Directive.WaitUntil(due)
                                : read(Duration.ZERO, within));
            }
            case LOST_BY_REBOOT, UNDECIDED -> Optional.empty();
        };
    }

    private Optional<Directive> again(
            ActionProgress.Receipt receipt, Duration pause, Instant until, Duration wait) {
        if (!moment.now().isBefore(until)) {
            return Optional.empty();
        }
        Instant due = receipt.at().plus(pause);
        return Optional.of(moment.now().isBefore(due) ? new Directive.WaitUntil(due) : read(wait));
    }

    /// The time-out counts from the decision to send.
    private Instant runsUntil() {
        Duration timeout = acting().map(step -> step.targets().timeout()).orElse(Duration.ZERO);
        return progress.intendedAt().plus(timeout).plus(GRACE);
    }

    /// Since it was lost, since the run was taken up, or since the host last answered.
    private Instant triesUntil() {
        return Stream.of(
                        progress.endedAt(),
                        moment.state().takingUps().last().map(Recorded::at),
                        progress.receipt().flatMap(ActionProgress.Receipt::heard))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(progress.intendedAt())
                .plus(KEEP_TRYING);
    }

    /// 1, 2, 4, 8, 8 … seconds.
    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 3));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Directive read(Duration wait) {
        return read(wait, READ_WITHIN.plus(wait));
    }

    private Directive read(Duration wait, Duration within) {
        RunEvent.Dispatched intent = progress.intent();
        return new Directive.ReadReceipt(intent.action(), intent.purpose(), prepared(within), wait);
    }

    /// Reading a receipt needs the rights the action had.
    private Prepared prepared(Duration within) {
        return new Prepared(
                progress.intent().action().host(),
                "receipt",
                "",
                Map.of(),
                Rights.root(moment.plan(), progress),
                Optional.empty(),
                within,
                1 << 20);
    }

    private Optional<Step.Acting> acting() {
        return moment.plan()
                .runbook()
                .step(progress.intent().action().step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }
}
