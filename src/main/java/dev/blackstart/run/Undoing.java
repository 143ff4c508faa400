package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.OnFailure;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Takes back what a run did, when a person chose so at a failure: the step that failed, or
/// everything, newest first, after which the run stops.
final class Undoing {
    private final Moment moment;

    Undoing(Moment moment) {
        this.moment = moment;
    }

    /// The choices to take back what was done that would do something.
    static List<Choice> choices(Moment moment, StepId failed) {
        List<Step.Acting> done = new Undoing(moment).done();
        List<Choice> choices = new ArrayList<>();
        if (done.stream().anyMatch(step -> step.id().equals(failed))) {
            choices.add(Choice.of(Decisions.UNDO, "ask for approval to undo it where it was sent"));
        }
        if (done.stream().anyMatch(step -> !step.id().equals(failed))) {
            choices.add(
                    Choice.of(
                            Decisions.UNDO_ALL,
                            "undo all that this run did, newest first, then stop"));
        }
        return choices;
    }

    /// Who wants something undone.
    ///
    /// @param step the step at which it was said
    /// @param sequence of the event by which it was said
    private record Wish(StepId step, long sequence, Person by) {
        static Wish of(GateBook.Answer answer) {
            return new Wish(
                    answer.gate().step(), answer.recorded().sequence(), answer.event().by());
        }
    }

    /// Empty when nobody wants anything undone.
    Optional<List<Directive>> next() {
        Optional<Wish> all = wish(Decisions.UNDO_ALL);
        if (all.isPresent()) {
            return Optional.of(everything(all.get()));
        }
        return wish(Decisions.UNDO).or(this::rule).flatMap(this::one);
    }

    /// The newest decision of the step that the run stands at.
    private Optional<Wish> wish(String choice) {
        for (Step step : moment.plan().runbook().steps()) {
            Optional<GateBook.Answer> decision = moment.decision(step.id());
            if (decision.filter(it -> it.event().choice().equals(choice)).isPresent()
                    && moment.state().settled(step.id()).isEmpty()) {
                return decision.map(Wish::of);
            }
        }
        return Optional.empty();
    }

    /// `on_failure: undo` asks at a failure; from a person's word about that failure on, this
    /// counts.
    private Optional<Wish> rule() {
        for (Step step : moment.plan().runbook().steps()) {
            Optional<Wish> ruled =
                    step instanceof Step.Acting acting && undoes(acting)
                            ? ruled(acting)
                            : Optional.empty();
            if (ruled.isPresent()) {
                return ruled;
            }
        }
        return Optional.empty();
    }

    private boolean undoes(Step.Acting step) {
        return step.execution().onFailure() == OnFailure.UNDO
                && moment.state().settled(step.id()).isEmpty()
                && !TakenBack.ranOn(moment, step).isEmpty();
    }

    private Optional<Wish> ruled(Step.Acting step) {
        return failure(step).stream()
                .mapToObj(since -> ruled(step, since))
                .filter(this::undecided)
                .findFirst();
    }

    private static Wish ruled(Step.Acting step, long since) {
        return new Wish(step.id(), since, FailureFlow.RULE);
    }

    private boolean undecided(Wish wish) {
        return moment.decision(wish.step())
                .filter(answer -> answer.recorded().sequence() > wish.sequence())
                .isEmpty();
    }

    /// Sequence of the newest failure: that of a host, or of the proof since the last sending;
    /// empty while anything is under way.
    private OptionalLong failure(Step.Acting step) {
        List<HostName> touched = Standing.touched(moment, step);
        if (!Standing.those(moment, step, touched, Standing.InFlight.class).isEmpty()) {
            return OptionalLong.empty();
        }
        LongStream hosts =
                touched.stream()
                        .map(host -> Standing.of(moment, step, host))
                        .filter(Standing.Failed.class::isInstance)
                        .mapToLong(standing -> ((Standing.Failed) standing).since());
        return LongStream.concat(hosts, proofless(step)).max();
    }

    /// Of a proof of the step, or of its last wave, that did not come.
    private LongStream proofless(Step.Acting step) {
        Stream<Recorded> whole =
                moment.state().verified(step.id()).stream()
                        .filter(recorded ->
                                ((RunEvent.Verified) recorded.event()).truth() != Truth.TRUE);
        Stream<Recorded> wave =
                moment.state().waves().current(step.id()).stream()
                        .flatMap(progress -> progress.proof().stream())
                        .filter(recorded ->
                                ((RunEvent.WaveProven) recorded.event()).truth() != Truth.TRUE);
        return Stream.concat(whole, wave)
                .mapToLong(Recorded::sequence)
                .filter(sequence -> sequence > newest(step));
    }

    /// Steps that were carried out somewhere, have an `undo` and were not taken back, newest first.
    private List<Step.Acting> done() {
        return carriedOut()
                .filter(step -> step.execution().undo().isPresent())
                .sorted(Comparator.comparingLong(this::newest).reversed())
                .toList();
    }

    private Stream<Step.Acting> carriedOut() {
        return moment.plan().runbook().steps().stream()
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .filter(step ->
                        TakenBack.ranOn(moment, step).stream().anyMatch(host -> not(step, host)));
    }

    private boolean not(Step.Acting step, HostName host) {
        return switch (TakenBack.of(moment, step, host).orElseThrow()) {
            case TakenBack.NotYet no -> true;
            case TakenBack.InFlight flying -> true;
            case TakenBack.Failed failed -> true;
            case TakenBack.Done done -> false;
        };
    }

    private long newest(Step.Acting step) {
        return TakenBack.ranOn(moment, step).stream()
                .flatMap(host -> TakenBack.ran(moment, step, host).stream())
                .mapToLong(ActionProgress::endedSequence)
                .max()
                .orElse(0);
    }

    /// Empty when the person changed their mind, so that the failure is asked about again.
    private Optional<List<Directive>> one(Wish wish) {
        StepId id = wish.step();
        Optional<Step.Acting> step = acting(id);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return switch (takingBack(step.get(), wish, List.of()).next()) {
            case TakingBack.Result.Busy busy -> Optional.of(busy.directives());
            case TakingBack.Result.Declined declined -> Optional.empty();
            case TakingBack.Result.Over over ->
                    Optional.of(
                            over.open().isEmpty()
                                    ? Settle.record(undone(step.get(), over.back()))
                                    : Decisions.notUndone(
                                            moment,
                                            id,
                                            step.get().heading().title()
                                                    + " was not undone everywhere. How shall the run go on?",
                                            over.open()));
        };
    }

    private TakingBack takingBack(Step.Acting step, Wish wish, List<String> cautions) {
        return new TakingBack(moment, step, wish.sequence(), cautions);
    }

    private Optional<Step.Acting> acting(StepId id) {
        return moment.plan()
                .runbook()
                .step(id)
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }

    private RunEvent undone(Step.Acting step, List<HostName> back) {
        List<String> reasons = new ArrayList<>(List.of("taken back on " + Words.hosts(back)));
        Headcount.leftOut(moment, step).ifPresent(reasons::add);
        return new RunEvent.StepSettled(step.id(), StepOutcome.UNDONE, reasons);
    }

    private List<Directive> everything(Wish wish) {
        List<String> open = new ArrayList<>();
        for (Step.Acting step : done()) {
            switch (takingBack(step, wish, open).next()) {
                case TakingBack.Result.Busy busy -> {
                    return busy.directives();
                }
                case TakingBack.Result.Declined declined -> {
                    open.add(
                            step.id()
                                    + " is left as it is, says "
                                    + declined.answer().event().by());
                    if (!declined.answer().event().choice().equals(UndoGate.LEAVE)) {
                        return stop(wish, open);
                    }
                }
                case TakingBack.Result.Over over ->
                        over.open().forEach(sentence -> open.add(step.id() + " " + sentence));
            }
        }
        return stop(wish, open);
    }

    /// Steps that were taken back and still count as something else.
    private List<RunEvent> settled() {
        List<RunEvent> settled = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Acting acting && takenBack(acting)) {
                settled.add(undone(acting, TakenBack.ranOn(moment, acting)));
            }
        }
        return settled;
    }

    private boolean takenBack(Step.Acting step) {
        List<HostName> ran = TakenBack.ranOn(moment, step);
        return !ran.isEmpty()
                && ran.stream().noneMatch(host -> not(step, host))
                && moment.state()
                        .settled(step.id())
                        .map(RunEvent.StepSettled::outcome)
                        .filter(it -> it == StepOutcome.UNDONE || it == StepOutcome.REVERTED)
                        .isEmpty();
    }

    private List<Directive> stop(Wish wish, List<String> open) {
        List<String> left = new ArrayList<>(open);
        carriedOut()
                .filter(step -> step.execution().undo().isEmpty())
                .forEach(step ->
                        left.add(
                                "%s is left as it is: no `undo` is written down"
                                        .formatted(step.id())));
        String by = wish.by().name();
        List<RunEvent> events = settled();
        events.add(
                new RunEvent.StopRequested(
                        wish.by(),
                        left.isEmpty()
                                ? "stopped by " + by + ", all that was done is taken back"
                                : "stopped by %s, not taken back: %s"
                                        .formatted(by, String.join("; ", left))));
        return List.of(new Directive.Record(events));
    }
}
