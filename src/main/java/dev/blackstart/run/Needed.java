package dev.blackstart.run;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.List;
import java.util.Optional;

/// Whether a step that has no gate of its own is needed, asked on fresh evidence.
final class Needed {
    private Needed() {}

    /// What the `when` of a step came to.
    sealed interface Weighed {
        record As(Explained when) implements Weighed {}

        /// @param first what has to be done before; nothing while that is under way
        record NotYet(List<Directive> first) implements Weighed {}
    }

    /// Where it is false whatever anybody says, nobody is asked. Else it is weighed on evidence
    /// newer than anything that may have changed a host, and verdicts decided on that are told
    /// first.
    static Weighed weighed(Moment moment, Step step) {
        Optional<Condition> condition = step.heading().when();
        if (condition.isEmpty()) {
            return new Weighed.As(new Explained(Truth.TRUE, List.of()));
        }
        Explained anyway = unasked(moment).ask(condition.get(), Optional.empty());
        if (anyway.truth() == Truth.FALSE) {
            return new Weighed.As(anyway);
        }
        Looking looking =
                Looking.fresh(
                        moment,
                        Sources.of(moment.plan().runbook(), List.of(condition.get())).checks(),
                        moment.askingAfter(step.id(), Decisions.RECHECK));
        if (!looking.done()) {
            return new Weighed.NotYet(looking.directives());
        }
        List<Directive> verdicts = Verdicts.decidedSinceRecheck(moment, step.id());
        return verdicts.isEmpty()
                ? new Weighed.As(moment.facts().ask(condition.get(), Optional.empty()))
                : new Weighed.NotYet(verdicts);
    }

    /// Facts without any evidence: what is false by them needs nobody to be asked.
    private static RunFacts unasked(Moment moment) {
        return new RunFacts(moment.plan(), new EvidenceBook(), moment.state(), moment.now());
    }

    /// Empty when the step is needed; else what has to be done first, or the fact that it is not
    /// needed.
    static Optional<List<Directive>> orSettled(Moment moment, Step step) {
        return switch (weighed(moment, step)) {
            case Weighed.NotYet(List<Directive> first) -> Optional.of(first);
            case Weighed.As(Explained when) ->
                    switch (when.truth()) {
                        case TRUE -> Optional.empty();
                        case FALSE ->
                                Optional.of(
                                        Settle.as(
                                                step.id(), StepOutcome.NOT_NEEDED, when.reasons()));
                        case UNKNOWN -> Optional.of(whetherOrNot(moment, step, when));
                    };
        };
    }

    /// A person says how the run goes on.
    static List<Directive> whetherOrNot(Moment moment, Step step, Explained when) {
        return Decisions.blocked(
                moment,
                step.id(),
                "Whether \"%s\" is needed is unknown. How shall the run go on?"
                        .formatted(step.heading().title()),
                when.reasons());
    }
}
