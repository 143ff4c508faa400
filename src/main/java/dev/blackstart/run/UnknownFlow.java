package dev.blackstart.run;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was sent and not seen to end: first the receipt on the host is read (that changes nothing
/// but the claim), then a person is asked. Nothing is ever sent again from here.
final class UnknownFlow {
    /// A host that says the command still runs is asked again so often.
    static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final Moment moment;

    UnknownFlow(Moment moment) {
        this.moment = moment;
    }

    /// Empty when there is nothing unknown.
    Optional<List<Directive>> next() {
        List<ActionProgress> unknown = moment.state().actions().unknown();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<Directive> reading = new ArrayList<>();
        for (ActionProgress progress : unknown) {
            toRead(progress).ifPresent(reading::add);
        }
        return Optional.of(reading.isEmpty() ? ask(unknown.getFirst()) : reading);
    }

    private Optional<Directive> toRead(ActionProgress progress) {
        Optional<ActionProgress.Receipt> receipt = progress.receipt();
        if (receipt.isEmpty() || lookAgain(progress, receipt.get())) {
            return Optional.of(read(progress));
        }
        Instant patience = progress.intendedAt().plus(timeout(progress)).plusSeconds(30);
        if (receipt.get().answer().startsWith("running") && moment.now().isBefore(patience)) {
            Instant due = receipt.get().at().plus(ASK_AGAIN);
            return Optional.of(
                    moment.now().isBefore(due) ? new Directive.WaitUntil(due) : read(progress));
        }
        return Optional.empty();
    }

    private boolean lookAgain(ActionProgress progress, ActionProgress.Receipt receipt) {
        return answer(progress)
                .filter(answer -> answer.event().choice().equals(Decisions.LOOK))
                .filter(answer -> !answer.recorded().at().isBefore(receipt.at()))
                .isPresent();
    }

    private Directive read(ActionProgress progress) {
        RunEvent.Dispatched intent = progress.intent();
        return new Directive.ReadReceipt(
                intent.action(), intent.purpose(), prepared(intent.action(), intent.purpose()));
    }

    /// Reading a receipt needs the rights the action had.
    private Prepared prepared(ActionKey action, Purpose purpose) {
        return new Prepared(
                action.host(),
                "receipt",
                "",
                Map.of(),
                acting(action).filter(step -> sudo(step.execution(), purpose)).isPresent(),
                Optional.empty(),
                Duration.ofSeconds(20),
                1 << 20);
    }

    private static boolean sudo(Execution execution, Purpose purpose) {
        return purpose == Purpose.UNDO
                ? execution.undo().filter(Command::sudo).isPresent()
                : execution.command().sudo();
    }

    private Duration timeout(ActionProgress progress) {
        return acting(progress.intent().action())
                .map(step -> step.targets().timeout())
                .orElse(Duration.ZERO);
    }

    private Optional<Step.Acting> acting(ActionKey action) {
        return moment.plan()
                .runbook()
                .step(action.step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }

    /// The newest decision about this very host, made after it became unknown.
    private Optional<GateBook.Answer> answer(ActionProgress progress) {
        ActionKey action = progress.intent().action();
        return moment.state().gates().answers().stream()
                .filter(answer -> answer.gate().kind() == Gate.Kind.DECISION)
                .filter(answer -> answer.gate().step().equals(action.step()))
                .filter(answer -> answer.gate().targets().equals(List.of(action.host())))
                .filter(answer -> answer.recorded().sequence() > progress.endedSequence())
                .reduce((older, newer) -> newer);
    }

    private List<Directive> ask(ActionProgress progress) {
        ActionKey action = progress.intent().action();
        Optional<GateBook.Answer> answer = answer(progress);
        if (answer.isPresent()) {
            Optional<List<Directive>> obeyed = obey(progress, answer.get());
            if (obeyed.isPresent()) {
                return obeyed.get();
            }
        }
        StepId step = action.step();
        List<String> why = new ArrayList<>();
        why.add("sent at " + progress.sentAt().orElse(progress.intendedAt()));
        if (progress.outcome().orElseThrow() instanceof Outcome.Unknown unknown) {
            why.add(unknown.reason());
        }
        progress.receipt().ifPresent(receipt -> why.add("receipt: " + receipt.answer()));
        acting(action)
                .filter(acting -> acting.execution().spread().inWaves())
                .ifPresent(acting ->
                        why.add(
                                Headcount.of(moment, acting).shown()
                                        + "; no further wave goes before this is known"));
        return Decisions.unknown(
                moment,
                step,
                "%s: outcome unknown. What is true?".formatted(action),
                why,
                List.of(action.host()));
    }

    private Optional<List<Directive>> obey(ActionProgress progress, GateBook.Answer answer) {
        Person by = answer.event().by();
        return switch (answer.event().choice()) {
            case Decisions.APPLIED ->
                    Optional.of(
                            resolved(
                                    progress, by, new Outcome.Succeeded(Duration.ZERO), "applied"));
            case Decisions.NOT_APPLIED ->
                    Optional.of(
                            resolved(
                                    progress,
                                    by,
                                    new Outcome.Unreachable("not applied, says " + by),
                                    "not applied"));
            case Decisions.STOP ->
                    Optional.of(
                            Settle.stop(
                                    by,
                                    "stopped by %s with %s unknown"
                                            .formatted(by, progress.intent().action())));
            default -> Optional.empty();
        };
    }

    private static List<Directive> resolved(
            ActionProgress progress, Person by, Outcome outcome, String said) {
        return Settle.record(
                new RunEvent.Resolved(
                        progress.intent().action(),
                        progress.intent().purpose(),
                        outcome,
                        Resolver.PERSON,
                        by,
                        said));
    }
}
