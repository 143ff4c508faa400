package dev.blackstart.run;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A run that was opened again to repay its loans: for each, newest first, fresh evidence on
/// whether it is repaid already, else its undo; then the run is closed again.
final class Repaying {
    private final Moment moment;
    private final RunEvent.Reopened wish;
    private final long since;

    /// @param reopened a `Reopened`
    Repaying(Moment moment, Recorded reopened) {
        this.moment = moment;
        this.wish = (RunEvent.Reopened) reopened.event();
        this.since = reopened.sequence();
    }

    List<Directive> next() {
        List<RunEvent> left = new ArrayList<>();
        for (Step.Acting step : steps()) {
            Optional<List<Directive>> evidence = byEvidence(step);
            if (evidence.isPresent()) {
                return evidence.get();
            }
            switch (new TakingBack(moment, step, since, List.of()).next()) {
                case TakingBack.Result.Busy busy -> {
                    return busy.directives();
                }
                case TakingBack.Result.Declined declined -> {
                    left.add(declined(step, declined.answer().event().by()));
                    if (!declined.answer().event().choice().equals(UndoGate.LEAVE)) {
                        return close(left);
                    }
                }
                case TakingBack.Result.Over over -> {
                    if (!over.open().isEmpty()) {
                        left.add(refused(step, over.open()));
                    }
                }
            }
        }
        return close(left);
    }

    private List<Directive> close(List<RunEvent> left) {
        List<RunEvent> events = new ArrayList<>(left);
        List<String> reasons =
                left.stream()
                        .map(RunEvent.LoanLeft.class::cast)
                        .map(it ->
                                "%s was not taken back: %s. %s"
                                        .formatted(
                                                it.step(),
                                                String.join("; ", it.reasons()),
                                                it.next()))
                        .toList();
        events.add(new Closing(moment).repaid(reasons));
        return List.of(new Directive.Record(events));
    }

    private RunEvent declined(Step.Acting step, Person by) {
        return new RunEvent.LoanLeft(
                step.id(),
                List.of("declined by " + by),
                "The loan stays open; %s asks again.".formatted(command(step)));
    }

    /// What a person can do where the tool may not.
    private RunEvent refused(Step.Acting step, List<String> why) {
        String look =
                Captures.command(step).isPresent()
                        ? "Put the original back there by hand if it is still wanted; "
                        : "Look at the host; ";
        return new RunEvent.LoanLeft(step.id(), why, look + command(step) + " looks again.");
    }

    private String command(Step.Acting step) {
        return "blackstart loans repay%s %s"
                .formatted(moment.state().opened().map(it -> " " + it.run()).orElse(""), step.id());
    }

    /// The steps that owe something, newest loan first.
    private List<Step.Acting> steps() {
        List<StepId> ids =
                moment.state().loans().open().stream()
                        .map(OpenLoan::step)
                        .filter(step -> wish.step().map(step::equals).orElse(true))
                        .distinct()
                        .toList();
        return ids.reversed().stream()
                .flatMap(id -> moment.plan().runbook().step(id).stream())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .toList();
    }

    /// Before anything is sent: is it repaid already? Empty when it is not, as far as known.
    private Optional<List<Directive>> byEvidence(Step.Acting step) {
        Optional<Condition> repaidWhen = step.execution().loan().flatMap(Loan::repaidWhen);
        if (repaidWhen.isEmpty() || sentSince(step)) {
            return Optional.empty();
        }
        Set<Step.Check> checks =
                Sources.of(moment.plan().runbook(), List.of(repaidWhen.get())).checks();
        List<OpenLoan> loans =
                moment.state().loans().open().stream()
                        .filter(loan -> loan.step().equals(step.id()))
                        .filter(loan -> !Proof.blind(moment, checks, loan.host()))
                        .toList();
        if (loans.isEmpty()) {
            return Optional.empty();
        }
        Looking looking = Looking.once(moment, checks, since);
        if (!looking.done()) {
            return Optional.of(looking.directives());
        }
        Explained repaid = moment.facts().ask(repaidWhen.get(), Optional.empty());
        if (repaid.truth() != Truth.TRUE) {
            return Optional.empty();
        }
        String why = String.join("; ", repaid.reasons());
        List<RunEvent> events =
                loans.stream()
                        .<RunEvent>map(loan ->
                                new RunEvent.LoanRepaid(
                                        loan.step(), loan.host(), Repayment.EVIDENCE, why))
                        .toList();
        return Optional.of(List.of(new Directive.Record(events)));
    }

    private boolean sentSince(Step.Acting step) {
        return moment.state()
                .gates()
                .newest(step.id(), Gate.Kind.UNDO)
                .filter(answer -> answer.recorded().sequence() > since)
                .isPresent();
    }
}
