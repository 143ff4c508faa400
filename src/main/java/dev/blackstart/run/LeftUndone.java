package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.util.List;
import java.util.Optional;

/// What was to be repaired, since its gate or its menu had opened, and what a person went on
/// without: a run that repaired something else has repaired a part. Not so when evidence that came
/// after their choice says that its proof holds all the same, or that it is not needed any more.
final class LeftUndone {
    private final Moment moment;

    LeftUndone(Moment moment) {
        this.moment = moment;
    }

    boolean any() {
        return moment.plan().runbook().steps().stream()
                .filter(LeftUndone::repairs)
                .filter(step ->
                        moment.state()
                                .settled(step.id())
                                .filter(it -> it.outcome() == StepOutcome.SKIPPED)
                                .isPresent())
                .anyMatch(step -> !well(step));
    }

    /// As at the end of a run: what keeps evidence, and what nothing proves, repairs nothing.
    private static boolean repairs(Step step) {
        return step instanceof Step.Action
                || step instanceof Step.Manual manual && manual.verify().isPresent();
    }

    private boolean well(Step step) {
        RunFacts since =
                new RunFacts(
                        moment.plan(),
                        moment.state().evidence().after(skippedAt(step)),
                        moment.state(),
                        moment.now());
        boolean needless =
                step.heading()
                        .when()
                        .filter(it -> since.ask(it, Optional.empty()).truth() == Truth.FALSE)
                        .isPresent();
        return needless || verify(step).filter(it -> holds(it.that(), step, since)).isPresent();
    }

    private long skippedAt(Step step) {
        return moment.state().gates().answers().stream()
                .filter(answer -> answer.gate().step().equals(step.id()))
                .mapToLong(answer -> answer.recorded().sequence())
                .max()
                .orElse(0);
    }

    private static Optional<Verify> verify(Step step) {
        if (step instanceof Step.Acting acting) {
            return acting.execution().verify();
        }
        return step instanceof Step.Manual manual ? manual.verify() : Optional.empty();
    }

    private boolean holds(Condition that, Step step, RunFacts since) {
        if (!that.perHost() || !(step instanceof Step.Acting acting)) {
            return since.ask(that, Optional.empty()).truth() == Truth.TRUE;
        }
        List<HostName> hosts = moment.targets(acting.targets());
        return !hosts.isEmpty()
                && hosts.stream()
                        .allMatch(host -> since.ask(that, Optional.of(host)).truth() == Truth.TRUE);
    }
}
