package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks at the value that a loan changes: before, after, and before it is taken back.
final class Captures {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Moment moment;
    private final Step.Acting step;

    Captures(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// The command that prints the value; a step without one has nothing to compare.
    static Optional<Command> command(Step.Acting step) {
        return step.execution().loan().flatMap(Loan::capture);
    }

    boolean wanted() {
        return command(step).isPresent();
    }

    /// The look newer than an event, if there is one.
    Optional<LoanBook.Captured> since(HostName host, CaptureTime when, long sequence) {
        return moment.state()
                .loans()
                .captured(step.id(), host, when)
                .filter(captured -> captured.sequence() > sequence);
    }

    List<Directive> look(HostName host, CaptureTime when) {
        Preparation.Result result =
                new Preparation(moment.plan())
                        .prepare(command(step).orElseThrow(), host, TIMEOUT, Optional.empty());
        return switch (result) {
            case Preparation.Result.Ready ready ->
                    List.of(new Directive.Capture(step.id(), host, when, ready.prepared()));
            case Preparation.Result.Refused refused ->
                    Settle.record(
                            new RunEvent.Captured(
                                    step.id(), host, when, Optional.empty(), refused.reason()));
            case Preparation.Result.Nothing nothing ->
                    throw new IllegalStateException("no command");
        };
    }

    Optional<String> original(HostName host) {
        return moment.state().loans().value(step.id(), host, CaptureTime.ORIGINAL);
    }

    Optional<String> ours(HostName host) {
        return moment.state().loans().value(step.id(), host, CaptureTime.OURS);
    }
}
