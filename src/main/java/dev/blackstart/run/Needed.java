package dev.blackstart.run;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.List;
import java.util.Optional;

/// Whether a step that has no gate of its own is needed, asked on fresh evidence.
final class Needed {
    private Needed() {}

    /// Facts without any evidence: what is false by them needs nobody to be asked.
    private static RunFacts unasked(Moment moment) {
        return new RunFacts(moment.plan(), new EvidenceBook(), moment.state(), moment.now());
    }

    /// Empty when the step is needed; else what has to be done first, or the fact that it is not
    /// needed.
    static Optional<List<Directive>> orSettled(Moment moment, Step step) {
        if (step.heading().when().isEmpty()) {
            return Optional.empty();
        }
        Explained anyway = unasked(moment).ask(step.heading().when().get(), Optional.empty());
        if (anyway.truth() == Truth.FALSE) {
            return Optional.of(Settle.as(step.id(), StepOutcome.NOT_NEEDED, anyway.reasons()));
        }
        long after = moment.askingAfter(step.id(), Decisions.RECHECK);
        Looking looking =
                Looking.fresh(
                        moment,
                        Sources.of(moment.plan().runbook(), List.of(step.heading().when().get()))
                                .checks(),
                        after);
        if (!looking.done()) {
            return Optional.of(looking.directives());
        }
        List<Directive> verdicts = Verdicts.decidedSinceRecheck(moment, step.id());
        if (!verdicts.isEmpty()) {
            return Optional.of(verdicts);
        }
        Explained when = moment.facts().ask(step.heading().when().get(), Optional.empty());
        if (when.truth() == Truth.TRUE) {
            return Optional.empty();
        }
        return Optional.of(
                when.truth() == Truth.FALSE
                        ? Settle.as(step.id(), StepOutcome.NOT_NEEDED, when.reasons())
                        : Decisions.blocked(
                                moment,
                                step.id(),
                                "Whether \"%s\" is needed is unknown. How shall the run go on?"
                                        .formatted(step.heading().title()),
                                when.reasons()));
    }
}
