package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records a loan as soon as its action has ended, then looks at what it left behind.
final class Lending {
    /// A host that cannot be looked at is asked so often, so far apart.
    private static final int TRIES = 3;

    private static final Duration APART = Duration.ofSeconds(5);

    private final Moment moment;

    Lending(Moment moment) {
        this.moment = moment;
    }

    List<Directive> next() {
        List<Directive> facts = facts();
        return facts.isEmpty() ? looks() : facts;
    }

    /// What follows from what is known, without asking any host.
    List<Directive> facts() {
        List<RunEvent> events = new ArrayList<>();
        for (Step.Acting step : lending()) {
            for (HostName host : TakenBack.ranOn(moment, step)) {
                fact(step, host).ifPresent(events::add);
            }
        }
        return events.isEmpty() ? List.of() : List.of(new Directive.Record(events));
    }

    private List<Step.Acting> lending() {
        List<Step.Acting> lending = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Acting acting && acting.execution().loan().isPresent()) {
                lending.add(acting);
            }
        }
        return lending;
    }

    private Optional<RunEvent> fact(Step.Acting step, HostName host) {
        ActionProgress act = TakenBack.ran(moment, step, host).orElseThrow();
        boolean open = moment.state().loans().open(step.id(), host);
        if (!open) {
            return moment.state().loans().repaidSince(step.id(), host, act.endedSequence())
                            || !changed(step, act)
                    ? Optional.empty()
                    : Optional.of(taken(step, act));
        }
        return repaid(step, host, act);
    }

    /// A failed action may have made half of the change; only a look can tell.
    private static boolean changed(Step.Acting step, ActionProgress act) {
        return act.succeeded() || Captures.command(step).isPresent();
    }

    private RunEvent taken(Step.Acting step, ActionProgress act) {
        HostName host = act.intent().action().host();
        Loan loan = step.execution().loan().orElseThrow();
        Instant made = act.endedAt().orElse(moment.now());
        return new RunEvent.LoanTaken(
                step.id(),
                host,
                made.plus(loan.due()).truncatedTo(ChronoUnit.SECONDS),
                step.heading().title(),
                new Undo(moment, step).words().map(undo -> undo.on(host)).orElse("by hand"));
    }

    private Optional<RunEvent> repaid(Step.Acting step, HostName host, ActionProgress act) {
        if (TakenBack.of(moment, step, host).orElseThrow() instanceof TakenBack.Done
                && moment.state()
                        .guard(act.intent().action())
                        .filter(said -> word(said) == GuardWord.REVERTED)
                        .isPresent()) {
            return Optional.of(
                    new RunEvent.LoanRepaid(
                            step.id(), host, Repayment.REVERTED, "the host undid it by itself"));
        }
        Captures captures = new Captures(moment, step);
        boolean unchanged =
                captures.since(host, CaptureTime.OURS, act.endedSequence()).isPresent()
                        && captures.ours(host).isPresent()
                        && captures.ours(host).equals(captures.original(host));
        return unchanged
                ? Optional.of(
                        new RunEvent.LoanRepaid(
                                step.id(),
                                host,
                                Repayment.ORIGINAL,
                                "the action left the value as it was"))
                : Optional.empty();
    }

    private static GuardWord word(Recorded said) {
        return ((RunEvent.GuardAnswered) said.event()).word();
    }

    private List<Directive> looks() {
        List<Directive> looks = new ArrayList<>();
        for (Step.Acting step : lending()) {
            for (HostName host : TakenBack.ranOn(moment, step)) {
                if (moment.state().departures().exclusion(host).isEmpty()
                        && Captures.command(step).isPresent()
                        && moment.state().loans().open(step.id(), host)
                        && TakenBack.of(moment, step, host).orElseThrow()
                                instanceof TakenBack.NotYet) {
                    looks.addAll(look(step, host));
                }
            }
        }
        return looks;
    }

    private List<Directive> look(Step.Acting step, HostName host) {
        Captures captures = new Captures(moment, step);
        ActionProgress act = TakenBack.ran(moment, step, host).orElseThrow();
        Optional<LoanBook.Captured> seen =
                captures.since(host, CaptureTime.OURS, act.endedSequence());
        if (seen.isEmpty()) {
            return captures.look(host, CaptureTime.OURS);
        }
        if (seen.get().value().isPresent() || seen.get().looks() >= TRIES) {
            return List.of();
        }
        Instant due = seen.get().at().plus(APART);
        return moment.now().isBefore(due)
                ? List.of(new Directive.WaitUntil(due))
                : captures.look(host, CaptureTime.OURS);
    }
}
