package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Validity;
import dev.blackstart.runbook.Value;
import dev.blackstart.transport.Completion;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether an artifact is what its runbook asks for.
final class Artifacts {
    private final Plan plan;

    Artifacts(Plan plan) {
        this.plan = plan;
    }

    RunEvent artifact(Directive.CheckArtifact directive, Host host, Completion completion) {
        Optional<Measure> that =
                plan.runbook()
                        .step(directive.action().step())
                        .filter(Step.Snapshot.class::isInstance)
                        .flatMap(step -> ((Step.Snapshot) step).valid())
                        .map(Validity::that);
        if (that.isEmpty()) {
            return artifact(directive, Truth.UNKNOWN, "the runbook says no more how to check it");
        }
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 ->
                    judged(directive, that.get(), host, it);
            case Completion.Exited it when CheckResult.didNotRun(it.status()) ->
                    artifact(
                            directive,
                            Truth.UNKNOWN,
                            "its check did not run: a command it needs is missing or cannot be started (exit "
                                    + it.status()
                                    + ")");
            case Completion.Exited it ->
                    artifact(directive, Truth.FALSE, "its check ended with exit " + it.status());
            case Completion.Signalled it ->
                    artifact(
                            directive,
                            Truth.UNKNOWN,
                            "its check was ended by signal " + it.signal());
            case Completion.DeadlinePassed it ->
                    artifact(directive, Truth.UNKNOWN, "its check did not answer in time");
            case Completion.Lost it -> artifact(directive, Truth.UNKNOWN, it.reason());
            case Completion.Unreachable it -> artifact(directive, Truth.UNKNOWN, it.reason());
        };
    }

    private RunEvent judged(
            Directive.CheckArtifact directive, Measure that, Host host, Completion.Exited exited) {
        CheckResult result =
                new CheckResult(
                        host,
                        plan.parameters(),
                        OptionalInt.of(exited.status()),
                        exited.stdout().text(),
                        exited.stderr().text(),
                        Conclusions.cut(exited.stdout(), exited.stderr()),
                        exited.took(),
                        false);
        return switch (that.take(result)) {
            case Reading.Missing missing -> artifact(directive, Truth.UNKNOWN, missing.reason());
            case Reading.Taken taken -> {
                boolean valid = taken.value().equals(new Value.Bool(true));
                yield artifact(
                        directive,
                        Truth.of(valid),
                        that.text() + (valid ? " holds" : " does not hold"));
            }
        };
    }

    private static RunEvent artifact(
            Directive.CheckArtifact directive, Truth valid, String reason) {
        return new RunEvent.ArtifactChecked(directive.action(), directive.path(), valid, reason);
    }
}
