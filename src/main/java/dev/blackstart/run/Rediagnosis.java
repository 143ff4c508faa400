package dev.blackstart.run;

import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The whole diagnosis once more, when a person asked for it where a host had rebooted: every check
/// the run has made, and a verdict on every hypothesis.
///
/// @param since sequence of the answer that asked for it
record Rediagnosis(Moment moment, long since) {
    /// Empty when the newest answer about a sending was another.
    static Optional<Rediagnosis> wanted(Moment moment, ActionProgress progress) {
        OptionalLong asked =
                UnknownAnswers.about(moment, progress)
                        .filter(answer -> answer.event().choice().equals(Decisions.DIAGNOSE))
                        .mapToLong(answer -> answer.recorded().sequence())
                        .max();
        return asked.isPresent()
                ? Optional.of(new Rediagnosis(moment, asked.getAsLong()))
                : Optional.empty();
    }

    /// There is something to ask.
    static boolean possible(Moment moment) {
        return checks(moment).stream()
                .anyMatch(check -> !moment.targets(check.targets()).isEmpty());
    }

    private static List<Step.Check> checks(Moment moment) {
        return moment.plan().runbook().steps().stream()
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .filter(check ->
                        moment.state()
                                .settled(check.id())
                                .filter(it -> it.outcome() == StepOutcome.SUCCEEDED)
                                .isPresent())
                .toList();
    }

    /// Empty when it is over.
    Optional<List<Directive>> next() {
        Looking looking = Looking.once(moment, checks(moment), since);
        if (!looking.done()) {
            return Optional.of(looking.directives());
        }
        List<RunEvent> verdicts = Verdicts.of(moment).stream().filter(this::untold).toList();
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(new Directive.Record(verdicts)));
    }

    private boolean untold(RunEvent verdict) {
        return verdict instanceof RunEvent.Established it
                && moment.state()
                        .established(it.hypothesis())
                        .filter(told -> told.sequence() > since)
                        .isEmpty();
    }

    /// One sentence a hypothesis.
    List<String> showed() {
        List<String> sentences = new ArrayList<>();
        for (Hypothesis hypothesis : moment.hypotheses()) {
            moment.state()
                    .established(hypothesis.name())
                    .map(told -> (RunEvent.Established) told.event())
                    .map(told ->
                            "diagnosed again: %s is %s"
                                    .formatted(
                                            told.hypothesis(),
                                            told.verdict().name().toLowerCase(Locale.ROOT)))
                    .ifPresent(sentences::add);
        }
        return sentences.isEmpty() ? List.of("every check was asked again") : sentences;
    }
}
