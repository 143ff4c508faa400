package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Request;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Conductor;
import dev.blackstart.run.Directive;
import dev.blackstart.run.GateRules;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Step;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.FetchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Plan plan;
    private final Equipment equipment;
    private final Recorder recorder;
    private final Conductor conductor;
    private final Conclusions conclusions;
    private final Dispatch dispatch;
    private final Consumer<String> refusals;
    private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();
    private final Set<Object> reading = new HashSet<>();
    private Optional<OperatorCommand.Leave> leaving = Optional.empty();
    private Instant leaveBy = Instant.MAX;

    /// @param refusals told in one sentence when an answer does not count
    Engine(
            Plan plan,
            Map<String, Secret> secrets,
            Equipment equipment,
            Recorder recorder,
            Consumer<String> refusals) {
        this.plan = plan;
        this.equipment = equipment;
        this.recorder = recorder;
        this.conductor = new Conductor(plan);
        this.conclusions = new Conclusions(plan);
        this.refusals = refusals;
        this.dispatch = new Dispatch(recorder.run(), plan, secrets, equipment, inbox::add);
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
        if (leaving.isPresent()) {
            return leave(leaving.get());
        }
        List<Directive> directives = conductor.next(state(), now());
        if (!carryOut(directives)) {
            await(patience(directives));
        }
        return Optional.empty();
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
            case Directive.CheckNeeds needs -> once(needs, then, () -> dispatch.checkNeeds(needs));
            case Directive.ReadReceipt read ->
                    once(read, then, () -> dispatch.readReceipt(read, state()));
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
        if (reading.add(directive)) {
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
        recorder.record(events);
    }

    private void requests() throws JournalException {
        for (Request request : equipment.journal().takeRequests(recorder.run())) {
            Person by = new Person(request.person());
            recorder.record(List.of(new RunEvent.StopRequested(by, request.reason())));
        }
    }

    private void take(Arrival arrival, List<RunEvent> events) throws JournalException {
        switch (arrival) {
            case Arrival.Observed it -> events.add(observed(it));
            case Arrival.Sent it ->
                    events.add(
                            new RunEvent.Sent(
                                    it.directive().action(),
                                    it.directive().purpose(),
                                    it.handed().bootId()));
            case Arrival.Ended it -> events.add(ended(it));
            case Arrival.ReceiptCame it -> {
                reading.remove(it.directive());
                events.add(receipt(it));
            }
            case Arrival.ArtifactChecked it -> {
                reading.remove(it.directive());
                events.add(
                        conclusions.artifact(
                                it.directive(),
                                host(it.directive().action().host()),
                                it.completion()));
            }
            case Arrival.NeedsAnswered it -> {
                reading.remove(it.directive());
                events.add(conclusions.needs(it.directive(), it.completion()));
            }
            case Arrival.Hashed it -> hashed(it, events);
            case Arrival.Fetched it -> {
                reading.remove(it.directive());
                events.add(fetched(it));
            }
            case Arrival.Told it -> told(it.command(), events);
        }
    }

    private RunEvent observed(Arrival.Observed it) {
        Step.Check check = (Step.Check) plan.runbook().step(it.directive().step()).orElseThrow();
        HostName host = it.directive().host();
        return new RunEvent.Observed(
                check.id(), host, conclusions.observation(check, host(host), it.completion()));
    }

    private RunEvent ended(Arrival.Ended it) {
        Directive.Act act = it.directive();
        Duration took =
                state().actions()
                        .of(act.action(), act.purpose())
                        .map(progress -> Duration.between(progress.intendedAt(), now()))
                        .orElse(Duration.ZERO);
        return conclusions.ended(
                act,
                dispatch.claim(act.action(), act.purpose(), it.nonce()),
                it.completion(),
                took);
    }

    private RunEvent receipt(Arrival.ReceiptCame it) {
        ActionProgress progress =
                state().actions()
                        .of(it.directive().action(), it.directive().purpose())
                        .orElseThrow();
        return conclusions.receipt(progress, dispatch.claim(progress), it.completion(), now());
    }

    private void hashed(Arrival.Hashed it, List<RunEvent> events) {
        if (it.completion() instanceof Completion.Exited exited && exited.status() == 0) {
            dispatch.fetchArtifact(it.directive(), exited.stdout().text().strip());
        } else {
            reading.remove(it.directive());
            events.add(notFetched(it.directive(), "its hash could not be taken on the host"));
        }
    }

    private RunEvent fetched(Arrival.Fetched it) {
        ActionKey action = it.directive().action();
        return switch (it.result()) {
            case FetchResult.NotCopied no -> notFetched(it.directive(), no.reason());
            case FetchResult.Copied copied -> {
                boolean equal = copied.sha256().equals(it.hostHash());
                yield new RunEvent.Fetched(
                        action,
                        it.directive().path(),
                        dispatch.local(action).toString(),
                        copied.bytes(),
                        copied.sha256(),
                        equal,
                        equal ? "hashes are equal" : "the host's hash is " + it.hostHash());
            }
        };
    }

    private RunEvent notFetched(Directive.FetchArtifact directive, String reason) {
        return new RunEvent.Fetched(
                directive.action(),
                directive.path(),
                dispatch.local(directive.action()).toString(),
                0,
                "",
                false,
                reason);
    }

    private void told(OperatorCommand command, List<RunEvent> events) throws JournalException {
        switch (command) {
            case OperatorCommand.Answer answer -> {
                recorder.record(List.copyOf(events));
                events.clear();
                answered(answer);
            }
            case OperatorCommand.Stop stop ->
                    events.add(new RunEvent.StopRequested(stop.by(), stop.reason()));
            case OperatorCommand.Leave leave -> {
                leaving = Optional.of(leave);
                leaveBy = now().plus(LEAVE_WITHIN);
            }
        }
    }

    private void answered(OperatorCommand.Answer answer) throws JournalException {
        Optional<String> refusal =
                GateRules.refusal(
                        state(),
                        answer.gate(),
                        answer.digest(),
                        answer.choice(),
                        answer.typed(),
                        answer.note(),
                        answer.by(),
                        now());
        if (refusal.isPresent()) {
            refusals.accept(refusal.get());
            return;
        }
        recorder.record(
                List.of(
                        new RunEvent.GateAnswered(
                                answer.gate(),
                                answer.digest(),
                                answer.choice(),
                                answer.note(),
                                answer.by())));
    }

    /// What came in and is not in the journal, for the person who must know it.
    private List<String> unrecorded() {
        List<String> sentences = new ArrayList<>();
        for (Arrival arrival : inbox) {
            if (arrival instanceof Arrival.Ended it) {
                sentences.add(
                        it.directive().action()
                                + " ended and could not be recorded: "
                                + it.completion());
            }
        }
        return sentences;
    }

    private Host host(HostName name) {
        return plan.inventory().host(name).orElseThrow();
    }

    private RunState state() {
        return recorder.state();
    }

    private Instant now() {
        return equipment.clock().instant();
    }
}
