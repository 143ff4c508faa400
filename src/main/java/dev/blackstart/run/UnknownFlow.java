package dev.blackstart.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was sent and not seen to end: first the receipt on the host is read (that changes nothing
/// but the claim), then the step's proof is asked for, then a person. Nothing is ever sent again
/// from here.
final class UnknownFlow {
    private static final Person HOST = new Person("host");

    private final Moment moment;
    private final Set<ActionKey> awaited;

    UnknownFlow(Moment moment) {
        this(moment, Set.of());
    }

    /// @param awaited those whose hosts are expected back, and tell then
    UnknownFlow(Moment moment, Set<ActionKey> awaited) {
        this.moment = moment;
        this.awaited = awaited;
    }

    /// Empty when there is nothing unknown. What nobody but a person can decide is asked at once,
    /// whatever is still being found out about others.
    Optional<List<Directive>> next() {
        List<ActionProgress> unknown = unknown();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<Directive> busy = new ArrayList<>();
        List<UnknownGate> undecided = new ArrayList<>();
        for (ActionProgress progress : unknown) {
            Optional<List<Directive>> obeyed = obeyed(progress);
            if (obeyed.isPresent()) {
                return obeyed;
            }
            findOut(progress, busy, undecided);
        }
        return Optional.of(
                undecided.isEmpty()
                        ? busy.stream().distinct().toList()
                        : undecided.getFirst().open());
    }

    /// What goes on about the others while a person is asked about one.
    List<Directive> meanwhile(Gate gate) {
        List<Directive> busy = new ArrayList<>();
        if (UnknownGate.is(gate)) {
            unknown().stream()
                    .filter(it -> !gate.targets().contains(it.intent().action().host()))
                    .filter(it -> obeyed(it).isEmpty())
                    .forEach(it -> findOut(it, busy, new ArrayList<>()));
        }
        return busy.stream().distinct().toList();
    }

    /// The readings that say when what was found at work again has ended; asks no person.
    List<Directive> untilEnded() {
        return unknown().stream()
                .filter(it -> it.receipt().isEmpty() || it.foundAgain())
                .flatMap(it -> new UnknownReceipt(moment, it).next(false).stream())
                .toList();
    }

    private List<ActionProgress> unknown() {
        List<ActionProgress> unknown = moment.state().actions().unknown();
        unknown.removeIf(it -> awaited.contains(it.intent().action()) || left(it));
        return unknown;
    }

    /// A person left it unknown, or goes on without its host; reconciling, only what was said since
    /// it began counts.
    private boolean left(ActionProgress progress) {
        boolean excluded =
                moment.state()
                        .departures()
                        .exclusion(progress.intent().action().host())
                        .isPresent();
        return excluded
                || answer(progress)
                        .filter(answer -> answer.event().choice().equals(Decisions.LEAVE))
                        .isPresent();
    }

    private void findOut(
            ActionProgress progress, List<Directive> busy, List<UnknownGate> undecided) {
        Optional<List<Directive>> again =
                Rediagnosis.wanted(moment, progress).flatMap(Rediagnosis::next);
        if (again.isPresent()) {
            busy.addAll(again.get());
            return;
        }
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
                    undecided.add(new UnknownGate(moment, progress, it.said()));
        }
    }

    private boolean lookWanted(ActionProgress progress) {
        long read = progress.receipt().map(ActionProgress.Receipt::sequence).orElse(0L);
        return answer(progress)
                .filter(answer -> answer.event().choice().equals(Decisions.LOOK))
                .filter(answer -> answer.recorded().sequence() > read)
                .isPresent();
    }

    private Optional<GateBook.Answer> answer(ActionProgress progress) {
        return UnknownAnswers.newest(moment, progress);
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
                                    new Outcome.Unreachable(
                                            "not applied, says " + by, Hindrance.NOT_STARTED),
                                    "not applied"));
            case FailureMenu.EXCLUDE_HOST -> Optional.of(leftOut(progress, answer.get()));
            case Decisions.STOP ->
                    Optional.of(
                            Settle.stop(
                                    by,
                                    "stopped by %s with %s unknown"
                                            .formatted(by, progress.intent().action())));
            default -> Optional.empty();
        };
    }

    /// The others go on; what is true of this one nobody knows, so it stays locked.
    private static List<Directive> leftOut(ActionProgress progress, GateBook.Answer answer) {
        ActionKey action = progress.intent().action();
        Person by = answer.event().by();
        return Settle.record(
                new RunEvent.HostExcluded(
                        action.host(),
                        action.step(),
                        Optional.of(answer.gate().id()),
                        Optional.of(by),
                        "chosen by " + by + ", since its outcome is unknown"));
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
                        said,
                        Optional.empty()));
    }
}
