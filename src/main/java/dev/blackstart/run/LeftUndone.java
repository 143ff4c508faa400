package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was to be repaired, since its gate or its menu had opened, and what a person went on
/// without, or what failed or was refused. Not so when evidence that came after their choice says
/// that its proof holds all the same, or that it is not needed any more.
final class LeftUndone {
    private final Moment moment;

    LeftUndone(Moment moment) {
        this.moment = moment;
    }

    boolean any() {
        return settledAs(StepOutcome.SKIPPED)
                .filter(LeftUndone::repairs)
                .anyMatch(step -> !wellSince(step));
    }

    /// Whether something failed, and nothing says since a person went on that it is well all the
    /// same. A called runbook fails by one of its steps, which are asked themselves.
    boolean failed() {
        return settledAs(StepOutcome.FAILED)
                .filter(step -> !(step instanceof Step.Call))
                .anyMatch(step -> answeredAt(step) == 0 || !wellSince(step));
    }

    /// Whether something was refused that would show, as evidence now is, that it is wanting.
    boolean refused() {
        RunFacts now = facts(0);
        return settledAs(StepOutcome.REFUSED)
                .filter(Step.Acting.class::isInstance)
                .anyMatch(step -> !proven(step, now));
    }

    private Stream<Step> settledAs(StepOutcome outcome) {
        return moment.plan().runbook().steps().stream()
                .filter(step -> moment.settledAs(step, outcome));
    }

    /// As at the end of a run: what keeps evidence, and what nothing proves, repairs nothing.
    private static boolean repairs(Step step) {
        return step instanceof Step.Action
                || step instanceof Step.Manual manual && manual.verify().isPresent();
    }

    private boolean wellSince(Step step) {
        RunFacts since = facts(answeredAt(step));
        boolean needless =
                step.heading()
                        .when()
                        .filter(it -> since.ask(it, Optional.empty()).truth() == Truth.FALSE)
                        .isPresent();
        return needless || proven(step, since);
    }

    private boolean proven(Step step, RunFacts facts) {
        return verify(step).filter(it -> holds(it.that(), step, facts)).isPresent();
    }

    private RunFacts facts(long after) {
        return new RunFacts(
                moment.plan(),
                moment.state().evidence().after(after),
                moment.state(),
                moment.now());
    }

    /// Sequence of the last answer to a gate or a menu of it; 0 when nobody was asked.
    private long answeredAt(Step step) {
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
