package dev.blackstart.engine;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Conductor;
import dev.blackstart.run.Directive;
import dev.blackstart.run.GateRules;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The event loop of one run, on one thread: asks the conductor, makes its decisions durable, hands
/// commands to the transport, and waits for completions, people and time.
final class Engine {
    /// How long a loop waits at most before it looks for requests of other processes.
    private static final Duration TICK = Duration.ofMillis(500);

    /// How long leaving waits for actions that are under way.
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);

    private final Equipment equipment;
    private final Recorder recorder;
    private final Conductor conductor;
    private final Intake intake;
    private final Dispatch dispatch;
    private final Consumer<String> refusals;
    private final TypedSecrets typedSecrets;
    private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();
    private Optional<OperatorCommand.Leave> leaving = Optional.empty();
    private List<RunEvent> seen = List.of();
    private Instant leaveBy = Instant.MAX;

    /// @param refusals told in one sentence when an answer does not count
    Engine(
            Plan plan,
            Map<String, Secret> secrets,
            Equipment equipment,
            Recorder recorder,
            Consumer<String> refusals) {
        this.equipment = equipment;
        this.recorder = recorder;
        this.conductor = new Conductor(plan);
        this.refusals = refusals;
        this.typedSecrets = new TypedSecrets(secrets);
        this.dispatch = new Dispatch(recorder.run(), plan, secrets, equipment, inbox::add);
        this.intake = new Intake(plan, dispatch, recorder.state(), equipment.clock());
    }

    /// Any thread may tell the engine something at any time.
    void submit(OperatorCommand command) {
        inbox.add(new Arrival.Told(command));
    }

    /// Records the event that opens or resumes the run, then works until it is closed or left.
    RunEnd run(RunEvent first) {
        try {
            recorder.record(List.of(first));
            while (true) {
                Optional<RunEnd> end = turn();
                if (end.isPresent()) {
                    return end.get();
                }
            }
        } catch (JournalException e) {
            return new RunEnd.JournalFailed(e.getMessage(), unrecorded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunEnd.Left("interrupted");
        }
    }

    private Optional<RunEnd> turn() throws JournalException, InterruptedException {
        Optional<RunEvent.Closed> closed = state().closed();
        if (closed.isPresent()) {
            return Optional.of(new RunEnd.Closed(closed.get().verdict()));
        }
        Optional<RunEvent.Paused> paused = state().paused();
        if (paused.isPresent()) {
            return Optional.of(new RunEnd.Left(paused.get().reason()));
        }
        if (leaving.isPresent()) {
            return leave(leaving.get());
        }
        if (!inbox.isEmpty()) {
            await(Duration.ZERO);
            return Optional.empty();
        }
        List<Directive> directives = conductor.next(state(), now());
        if (!carryOut(directives)) {
            await(waiting(directives, patience(directives)));
        }
        return Optional.empty();
    }

    /// While a person is waited for, time is real.
    private Duration waiting(List<Directive> directives, Duration patience) {
        return directives.stream().anyMatch(Directive.AwaitPerson.class::isInstance)
                ? patience
                : equipment.waiting().pass(patience);
    }

    /// Nothing more is sent; actions under way get a moment to end.
    private Optional<RunEnd> leave(OperatorCommand.Leave leave)
            throws JournalException, InterruptedException {
        if (state().actions().anyInFlight() && now().isBefore(leaveBy)) {
            await(TICK);
            return Optional.empty();
        }
        recorder.record(List.of(new RunEvent.Paused(leave.reason())));
        return Optional.of(new RunEnd.Left(leave.reason()));
    }

    private static Duration patience(List<Directive> directives, Instant now) {
        Duration patience = TICK;
        for (Directive directive : directives) {
            if (directive instanceof Directive.WaitUntil wait) {
                Duration left = Duration.between(now, wait.moment());
                patience = left.compareTo(patience) < 0 ? left : patience;
            }
        }
        return patience.isNegative() ? Duration.ZERO : patience;
    }

    private Duration patience(List<Directive> directives) {
        return patience(directives, now());
    }

    /// Whether anything was done, so that the conductor must be asked again.
    private boolean carryOut(List<Directive> directives) throws JournalException {
        List<RunEvent> events = new ArrayList<>();
        List<Runnable> then = new ArrayList<>();
        directives.forEach(directive -> carryOut(directive, events, then));
        recorder.record(events);
        then.forEach(Runnable::run);
        return !events.isEmpty() || !then.isEmpty();
    }

    private void carryOut(Directive directive, List<RunEvent> events, List<Runnable> then) {
        switch (directive) {
            case Directive.Record record -> events.addAll(record.events());
            case Directive.Observe look -> {
                events.add(new RunEvent.ObservationStarted(look.step(), look.host()));
                then.add(() -> dispatch.observe(look));
            }
            case Directive.Act act -> {
                String nonce = equipment.nonces().get();
                events.add(
                        new RunEvent.Dispatched(
                                act.action(), act.purpose(), nonce, act.digest(), act.gate()));
                then.add(() -> dispatch.act(act, nonce));
            }
            case Directive.Inspect look -> {
                events.add(
                        new RunEvent.InspectionStarted(
                                look.gate(),
                                look.step(),
                                look.prepared().host(),
                                look.prepared().text(),
                                look.by()));
                then.add(() -> dispatch.inspect(look));
            }
            case Directive.Capture look -> once(look, then, () -> dispatch.capture(look));
            case Directive.Disarm disarm ->
                    once(disarm, then, () -> dispatch.disarm(disarm, state()));
            case Directive.CheckNeeds needs -> once(needs, then, () -> dispatch.checkNeeds(needs));
            case Directive.ReadReceipt read ->
                    once(read, then, () -> dispatch.readReceipt(read, state()));
            case Directive.LookForReturn look ->
                    once(look, then, () -> dispatch.lookForReturn(look));
            case Directive.LookAtFile look -> once(look, then, () -> dispatch.lookAtFile(look));
            case Directive.CheckArtifact check ->
                    once(check, then, () -> dispatch.checkArtifact(check));
            case Directive.FetchArtifact fetch ->
                    once(fetch, then, () -> dispatch.hashArtifact(fetch));
            case Directive.WaitUntil wait -> {}
            case Directive.AwaitPerson person -> {}
        }
    }

    /// Reading is not journaled when it begins; the same reading is not begun twice at once.
    private void once(Directive directive, List<Runnable> then, Runnable start) {
        if (intake.expect(directive)) {
            then.add(start);
        }
    }

    private void await(Duration patience) throws JournalException, InterruptedException {
        Arrival arrival = inbox.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            requests();
            return;
        }
        List<RunEvent> events = new ArrayList<>();
        while (arrival != null) {
            take(arrival, events);
            arrival = inbox.poll();
        }
        seen = events;
        recorder.record(events);
        seen = List.of();
    }

    private void requests() throws JournalException {
        for (Request request : equipment.journal().takeRequests(recorder.run())) {
            Optional<OperatorCommand> command = Posted.read(request);
            if (command.isPresent()) {
                posted(command.get());
            }
        }
    }

    /// What another process asked. A refusal is recorded: whoever asked reads it there.
    private void posted(OperatorCommand command) throws JournalException {
        switch (command) {
            case OperatorCommand.Answer answer -> {
                Optional<String> refusal = answered(answer, false);
                if (refusal.isPresent()) {
                    note(answer.by(), "answered gate " + answer.gate(), refusal.get());
                }
            }
            case OperatorCommand.HandOver it -> {
                Optional<String> refusal = handOver(it);
                if (refusal.isPresent()) {
                    note(it.by(), "offered the gates to " + it.to(), refusal.get());
                }
            }
            case OperatorCommand.TakeOver it -> {
                Optional<String> refusal = takeOver(it);
                if (refusal.isPresent()) {
                    note(it.by(), "answered an offer", refusal.get());
                }
            }
            case OperatorCommand.Stop stop ->
                    recorder.record(List.of(new RunEvent.StopRequested(stop.by(), stop.reason())));
            case OperatorCommand.Note note -> {}
            case OperatorCommand.Leave leave -> {}
        }
    }

    private void note(Person by, String what, String refusal) throws JournalException {
        recorder.record(
                List.of(
                        new RunEvent.Noted(
                                "%s %s, which did not count: %s".formatted(by, what, refusal))));
    }

    private Optional<String> handOver(OperatorCommand.HandOver command) throws JournalException {
        Optional<String> refusal = state().wheel().refusal(command.by(), Optional.of(command.to()));
        if (refusal.isEmpty()) {
            recorder.record(List.of(new RunEvent.WheelOffered(command.by(), command.to())));
        }
        return refusal;
    }

    private Optional<String> takeOver(OperatorCommand.TakeOver command) throws JournalException {
        Optional<String> refusal = state().wheel().refusal(command.by(), Optional.empty());
        if (refusal.isEmpty()) {
            recorder.record(
                    List.of(
                            command.accepted()
                                    ? new RunEvent.WheelTaken(command.by())
                                    : new RunEvent.WheelDeclined(command.by())));
        }
        return refusal;
    }

    private void take(Arrival arrival, List<RunEvent> events) throws JournalException {
        if (arrival instanceof Arrival.Told it) {
            told(it.command(), events);
        } else {
            intake.take(arrival).ifPresent(events::add);
        }
    }

    private void told(OperatorCommand command, List<RunEvent> events) throws JournalException {
        switch (command) {
            case OperatorCommand.Answer answer -> {
                recorder.record(List.copyOf(events));
                events.clear();
                answered(answer, true).ifPresent(refusals);
            }
            case OperatorCommand.HandOver it -> handOver(it).ifPresent(refusals);
            case OperatorCommand.TakeOver it -> takeOver(it).ifPresent(refusals);
            case OperatorCommand.Stop stop ->
                    events.add(new RunEvent.StopRequested(stop.by(), stop.reason()));
            case OperatorCommand.Note note -> events.add(new RunEvent.Noted(note.text()));
            case OperatorCommand.Leave leave -> {
                leaving = Optional.of(leave);
                leaveBy = now().plus(LEAVE_WITHIN);
            }
        }
    }

    /// @return why it does not count; empty when it was recorded
    private Optional<String> answered(OperatorCommand.Answer answer, boolean here)
            throws JournalException {
        Optional<String> refusal =
                state().wheel()
                        .refusal(state().gates().open(), answer.choice(), answer.by(), here)
                        .or(() -> refusal(answer));
        if (refusal.isEmpty()) {
            recorder.record(
                    List.of(
                            new RunEvent.GateAnswered(
                                    answer.gate(),
                                    answer.digest(),
                                    answer.choice(),
                                    answer.typed(),
                                    answer.note(),
                                    answer.by())));
        }
        return refusal;
    }

    /// A typed secret would stand in the journal for ever, so it is refused first.
    private Optional<String> refusal(OperatorCommand.Answer answer) {
        return typedSecrets
                .in(answer.typed() + "\n" + answer.note())
                .or(() ->
                        GateRules.refusal(
                                state(),
                                answer.gate(),
                                answer.digest(),
                                answer.choice(),
                                answer.typed(),
                                answer.note(),
                                answer.by(),
                                now()));
    }

    /// What came in and is not in the journal, for the person who must know it.
    private List<String> unrecorded() {
        List<String> sentences = new ArrayList<>();
        for (RunEvent event : seen) {
            if (event instanceof RunEvent.Ended it) {
                sentences.add(
                        "%s ended (%s) and that could not be recorded; do not repeat it by hand"
                                .formatted(it.action(), it.outcome().word()));
            }
        }
        return sentences;
    }

    private RunState state() {
        return recorder.state();
    }

    private Instant now() {
        return equipment.clock().instant();
    }
}
