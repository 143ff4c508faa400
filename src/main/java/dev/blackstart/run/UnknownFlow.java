package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was sent and not seen to end: first the receipt on the host is read (that changes nothing
/// but the claim), then the step's proof is asked for, then a person. Nothing is ever sent again
/// from here.
final class UnknownFlow {
    private static final Person HOST = new Person("host");

    private final Moment moment;

    UnknownFlow(Moment moment) {
        this.moment = moment;
    }

    /// A sending that neither the host nor the proof decides.
    private record Undecided(ActionProgress progress, Optional<String> proof) {}

    /// Empty when there is nothing unknown.
    Optional<List<Directive>> next() {
        List<ActionProgress> unknown =
                moment.state().actions().unknown().stream().filter(it -> !left(it)).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<Directive> busy = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (ActionProgress progress : unknown) {
            Optional<List<Directive>> obeyed = obeyed(progress);
            if (obeyed.isPresent()) {
                return obeyed;
            }
            findOut(progress, busy, undecided);
        }
        return Optional.of(
                undecided.size() == unknown.size()
                        ? ask(undecided.getFirst())
                        : busy.stream().distinct().toList());
    }

    /// A person left it unknown in this reconciling, or runs on without its host.
    private boolean left(ActionProgress progress) {
        boolean excluded =
                moment.state().takingUps().reconciling().isEmpty()
                        && moment.state()
                                .departures()
                                .exclusion(progress.intent().action().host())
                                .isPresent();
        return excluded
                || answer(progress)
                        .filter(answer -> answer.event().choice().equals(Decisions.LEAVE))
                        .isPresent();
    }

    private void findOut(ActionProgress progress, List<Directive> busy, List<Undecided> undecided) {
        Optional<Directive> read = new UnknownReceipt(moment, progress).next(lookWanted(progress));
        if (read.isPresent()) {
            busy.add(read.get());
            return;
        }
        switch (new UnknownProbe(moment, progress).next()) {
            case UnknownProbe.Result.Busy it -> busy.addAll(it.directives());
            case UnknownProbe.Result.Applied it ->
                    busy.addAll(
                            resolved(
                                    progress,
                                    Resolver.PROBE,
                                    HOST,
                                    new Outcome.Succeeded(Duration.ZERO),
                                    "its proof holds: " + String.join("; ", it.reasons())));
            case UnknownProbe.Result.NotShown it ->
                    undecided.add(new Undecided(progress, it.said()));
        }
    }

    private boolean lookWanted(ActionProgress progress) {
        long read = progress.receipt().map(ActionProgress.Receipt::sequence).orElse(0L);
        return answer(progress)
                .filter(answer -> answer.event().choice().equals(Decisions.LOOK))
                .filter(answer -> answer.recorded().sequence() > read)
                .isPresent();
    }

    /// The newest decision about this very host, made after it became unknown, by who has the run
    /// now.
    private Optional<GateBook.Answer> answer(ActionProgress progress) {
        ActionKey action = progress.intent().action();
        long since = Math.max(progress.endedSequence(), moment.state().takingUps().sequence());
        return moment.state().gates().answers().stream()
                .filter(answer -> answer.gate().kind() == Gate.Kind.DECISION)
                .filter(answer -> answer.gate().step().equals(action.step()))
                .filter(answer -> answer.gate().targets().equals(List.of(action.host())))
                .filter(answer -> answer.recorded().sequence() > since)
                .reduce((older, newer) -> newer);
    }

    private List<Directive> ask(Undecided undecided) {
        ActionProgress progress = undecided.progress();
        ActionKey action = progress.intent().action();
        List<String> why = new ArrayList<>();
        why.add("known: sent at " + progress.sentAt().orElse(progress.intendedAt()));
        if (progress.outcome().orElseThrow() instanceof Outcome.Unknown unknown) {
            why.add("known: " + unknown.reason());
        }
        reboots(progress).forEach(why::add);
        progress.receipt().ifPresent(receipt -> why.add("receipt: " + receipt.answer()));
        undecided.proof().ifPresent(why::add);
        why.add("not known: whether it ran, whether it still runs, how it ended");
        moment.plan()
                .runbook()
                .step(action.step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .filter(acting -> acting.execution().spread().inWaves())
                .ifPresent(acting ->
                        why.add(
                                Headcount.of(moment, acting).shown()
                                        + "; no further wave goes before this is known"));
        return Decisions.unknown(
                moment,
                action.step(),
                "%s: outcome unknown. What is true?".formatted(action),
                why,
                List.of(action.host()));
    }

    /// A boot id that was there already when it was sent tells of a reboot before it.
    private Stream<String> reboots(ActionProgress progress) {
        HostName host = progress.intent().action().host();
        return moment.state().evidence().reboots().stream()
                .filter(recorded -> recorded.at().isAfter(progress.intendedAt()))
                .filter(recorded ->
                        recorded.event() instanceof RunEvent.Rebooted reboot
                                && reboot.host().equals(host)
                                && progress.bootId().filter(reboot.now()::equals).isEmpty())
                .map(recorded ->
                        "known: %s rebooted since, as was seen at %s"
                                .formatted(host, recorded.at()));
    }

    private Optional<List<Directive>> obeyed(ActionProgress progress) {
        Optional<GateBook.Answer> answer = answer(progress);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Person by = answer.get().event().by();
        return switch (answer.get().event().choice()) {
            case Decisions.APPLIED ->
                    Optional.of(
                            resolved(
                                    progress,
                                    Resolver.PERSON,
                                    by,
                                    new Outcome.Succeeded(Duration.ZERO),
                                    "applied"));
            case Decisions.NOT_APPLIED ->
                    Optional.of(
                            resolved(
                                    progress,
                                    Resolver.PERSON,
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
            ActionProgress progress, Resolver resolver, Person who, Outcome outcome, String said) {
        return Settle.record(
                new RunEvent.Resolved(
                        progress.intent().action(),
                        progress.intent().purpose(),
                        outcome,
                        resolver,
                        who,
                        said));
    }
}
