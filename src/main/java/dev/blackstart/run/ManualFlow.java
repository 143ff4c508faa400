package dev.blackstart.run;

import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.util.List;
import java.util.Optional;

/// A `manual` step: a person acts and says so; then it is verified.
final class ManualFlow {
    static final String DONE = "done";

    private final Moment moment;
    private final Step.Manual step;

    ManualFlow(Moment moment, Step.Manual step) {
        this.moment = moment;
        this.step = step;
    }

    List<Directive> next() {
        Optional<List<Directive>> decided =
                Decisions.obeyed(moment, step.id(), moment.state().verified(step.id()).isPresent());
        if (decided.isPresent()) {
            return decided.get();
        }
        Optional<GateBook.Answer> answer =
                moment.state().gates().newest(step.id(), Gate.Kind.MANUAL);
        if (answer.isPresent()) {
            return obey(answer.get());
        }
        return Needed.orSettled(moment, step).orElseGet(this::ask);
    }

    private List<Directive> obey(GateBook.Answer answer) {
        Person by = answer.event().by();
        return switch (answer.event().choice()) {
            case DONE -> verify(answer);
            case Decisions.SKIP ->
                    Settle.as(step.id(), StepOutcome.SKIPPED, List.of(by + " left it undone"));
            default -> Settle.stop(by, "stopped by " + by + " at " + step.id());
        };
    }

    private List<Directive> verify(GateBook.Answer answer) {
        Person by = answer.event().by();
        if (step.verify().isEmpty()) {
            return Settle.as(step.id(), StepOutcome.SUCCEEDED, List.of(by + " says it is done"));
        }
        Verify verify = step.verify().get();
        Recorded start =
                moment.decision(step.id())
                        .map(GateBook.Answer::recorded)
                        .filter(decided -> decided.sequence() > answer.recorded().sequence())
                        .orElse(answer.recorded());
        Optional<RunEvent.Verified> verified =
                moment.state()
                        .verified(step.id())
                        .filter(recorded -> recorded.sequence() > start.sequence())
                        .map(recorded -> (RunEvent.Verified) recorded.event());
        if (verified.isPresent()) {
            return verified.get().truth() == Truth.TRUE
                    ? Settle.as(step.id(), StepOutcome.SUCCEEDED, verified.get().reasons())
                    : Decisions.unproven(
                            moment,
                            step.id(),
                            step.heading().title() + ": the proof did not come.",
                            verified.get().reasons());
        }
        Proof proof =
                new Proof(
                        moment,
                        verify.check(),
                        verify.that(),
                        verify.every(),
                        verify.within(),
                        List.of(),
                        start.at(),
                        start.sequence());
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> undecided.directives();
            case Proof.Result.Decided result ->
                    Settle.record(
                            new RunEvent.Verified(step.id(), result.truth(), result.reasons()));
        };
    }

    private List<Directive> ask() {
        return Settle.open(
                new Gates(moment)
                        .plain(
                                Gate.Kind.MANUAL,
                                step.id(),
                                AskFlow.words(moment, step.instructions()),
                                step.heading().why().stream().toList(),
                                List.of(),
                                List.of(
                                        Choice.of(DONE, "it is done"),
                                        Choice.of(Decisions.SKIP, "go on, it was not done"),
                                        Choice.of(Decisions.STOP, "stop the run here")),
                                Decisions.STOP));
    }
}
