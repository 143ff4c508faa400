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
        List<String> open = new ArrayList<>();
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
                    String by = "declined by " + declined.answer().event().by();
                    open.add(step.id() + ": " + by);
                    if (!declined.answer().event().choice().equals(UndoGate.LEAVE)) {
                        return new Closing(moment).repaid(open);
                    }
                }
                case TakingBack.Result.Over over ->
                        over.open().forEach(sentence -> open.add(step.id() + " " + sentence));
            }
        }
        return new Closing(moment).repaid(open);
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
        Looking looking =
                Looking.once(
                        moment,
                        Sources.of(moment.plan().runbook(), List.of(repaidWhen.get())).checks(),
                        since);
        if (!looking.done()) {
            return Optional.of(looking.directives());
        }
        Explained repaid = moment.facts().ask(repaidWhen.get(), Optional.empty());
        if (repaid.truth() != Truth.TRUE) {
            return Optional.empty();
        }
        String why = String.join("; ", repaid.reasons());
        List<RunEvent> events =
                moment.state().loans().open().stream()
                        .filter(loan -> loan.step().equals(step.id()))
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
