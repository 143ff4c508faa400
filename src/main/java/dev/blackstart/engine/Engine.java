package dev.blackstart.engine;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Conductor;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.PutAside;
import dev.blackstart.run.Receipts;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The engine of one run: asks the conductor, makes its decisions durable, and hands commands to
/// the transport. It waits for nothing and is used by one thread; whoever turns it says what
/// arrived.
final class Engine {
    /// How long to wait at most before it looks for requests of other processes.
    static final Duration TICK = Duration.ofMillis(500);

    /// How long ending without the journal waits for actions that are under way.
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);

    @FunctionalInterface
    private interface Work {
        Next next() throws JournalException;
    }

    private final Equipment equipment;
    private final Recorder recorder;
    private final Plan plan;
    private final Conductor conductor;
    private final Intake intake;
    private final Dispatch dispatch;
    private final Timekeeper timekeeper;
    private final ClockWatch clock;
    private final Commands commands;
    private final Duress duress;
    private final Room room;
    private final Meanwhile meanwhile;
    private final Deque<Arrival> arrived = new ArrayDeque<>();
    private List<RunEvent> seen = List.of();
    private List<Directive> round = List.of();
    private boolean beginning;
    private Optional<Duration> leaveBy = Optional.empty();
    private Optional<Leaving> leaving = Optional.empty();

    /// @param inbox what comes back from hosts, on any thread; to be given to [#arrived]
    /// @param refusals told in one sentence when an answer does not count
    /// @param attendant told when the journal cannot be written
    Engine(
            Plan plan,
            Map<String, Secret> secrets,
            Equipment equipment,
            Recorder recorder,
            Timekeeper timekeeper,
            Consumer<Arrival> inbox,
            Consumer<String> refusals,
            Attendant attendant) {
        this.equipment = equipment;
        this.duress = new Duress(equipment, recorder, timekeeper, attendant);
        this.room = new Room(plan, equipment.journal(), timekeeper, attendant);
        this.recorder = recorder;
        this.plan = plan;
        this.conductor = new Conductor(plan);
        this.timekeeper = timekeeper;
        this.clock = new ClockWatch(timekeeper, recorder, equipment.transport());
        TypedSecrets typed = new TypedSecrets(secrets);
        this.commands = new Commands(recorder, timekeeper, typed, equipment.authority(), refusals);
        this.dispatch = new Dispatch(recorder.claimant(), plan, secrets, equipment, inbox);
        this.intake = new Intake(plan, dispatch, recorder::state, timekeeper, commands::leave);
        this.meanwhile = new Meanwhile(intake, commands, duress, refusals);
    }

    /// Records what is late, and the event that opens or resumes the run.
    Next begin(List<RunEvent> late, RunEvent first) {
        return guarded(() -> {
            List<RunEvent> events = new ArrayList<>(late);
            events.add(first);
            beginning = true;
            clock.begin(events);
            beginning = false;
            if (!late.isEmpty()) {
                equipment.spool().discard(recorder.run());
            }
            return new Next.Again();
        });
    }

    /// Takes what arrived, if anything, and goes on. After its end nothing is added to a run.
    Next arrived(List<Arrival> arrivals) {
        arrived.addAll(arrivals);
        if (duress.on()) {
            return heard();
        }
        return guarded(() -> {
            if (state().closed().isEmpty()) {
                clock.look();
                take();
            }
            return next();
        });
    }

    /// Nothing arrived in time: looks for what other processes asked, and goes on.
    Next tick() {
        if (duress.on()) {
            return halted();
        }
        return guarded(() -> {
            if (state().closed().isPresent()) {
                return next();
            }
            clock.look();
            take();
            recorder.check();
            commands.posted(equipment.journal().takeRequests(recorder.run()));
            return next();
        });
    }

    private Next guarded(Work work) {
        try {
            return work.next();
        } catch (JournalException e) {
            return troubled(e);
        }
    }

    /// What was to be recorded is not known to be on disk: nothing is sent until it is.
    private Next troubled(JournalException e) {
        if (e.taker().isPresent()) {
            return takenOver(e.taker().get());
        }
        round.forEach(intake::forget);
        boolean happened =
                beginning
                        || recorder.tried().stream()
                                .anyMatch(RunEvent.ClockJumped.class::isInstance);
        boolean hopeless =
                switch (e.kind()) {
                    case CONFLICT, FENCED, DAMAGED, NEWER -> true;
                    case NOT_WRITTEN, WRITTEN_AFTER_ALL, NOT_DURABLE -> state().sequence() == 0;
                };
        duress.failed(e, happened ? recorder.tried() : seen, round, hopeless);
        beginning = false;
        seen = List.of();
        round = List.of();
        return hopeless ? new Next.Ended(new RunEnd.JournalFailed(duress.pause())) : standing();
    }

    private Next takenOver(JournalException.Taker taker) {
        return new Next.Ended(
                new RunEnd.TakenOver(
                        new Person(taker.person()), taker.since(), duress.unrecorded()));
    }

    /// The journal cannot be written: what comes in is held, and a person says what then.
    private Next heard() {
        Optional<OperatorCommand.Way> way = meanwhile.hear(arrived);
        return way.isPresent() ? recover(way.get()) : standing();
    }

    private Next recover(OperatorCommand.Way way) {
        try {
            if (way == OperatorCommand.Way.BALLAST) {
                equipment.journal().releaseBallast();
            }
            long before = state().sequence();
            duress.recover(clock).forEach(dispatch::observe);
            commands.written(state().sequence() > before);
            return new Next.Again();
        } catch (JournalException e) {
            return troubled(e);
        }
    }

    /// Who took the run over is looked for meanwhile; that this cannot be read either is no news.
    private Next halted() {
        try {
            recorder.check();
        } catch (JournalException e) {
            if (e.taker().isPresent()) {
                return takenOver(e.taker().get());
            }
        }
        return heard();
    }

    /// Waits for the person, or, where none is or they leave, for what is under way.
    private Next standing() {
        boolean waits = duress.attended() && commands.leaving().isEmpty();
        return waits || lingers(duress.inFlight())
                ? new Next.Wait(TICK, true)
                : new Next.Ended(new RunEnd.JournalFailed(duress.pause()));
    }

    /// Ending without the journal waits a moment for what is under way.
    private boolean lingers(boolean inFlight) {
        Duration by = leaveBy.orElseGet(() -> timekeeper.monotonic().plus(LEAVE_WITHIN));
        leaveBy = Optional.of(by);
        return inFlight && timekeeper.monotonic().compareTo(by) < 0;
    }

    private Next next() throws JournalException {
        Optional<RunEvent.Closed> closed = state().closed();
        if (closed.isPresent()) {
            return new Next.Ended(new RunEnd.Closed(closed.get().verdict()));
        }
        if (commands.leaving().isPresent()) {
            return leave(commands.leaving().get());
        }
        Optional<RunEvent.Paused> parked = parked();
        if (parked.isPresent()) {
            return new Next.Ended(new RunEnd.Left(parked.get().reason()));
        }
        List<Directive> directives = conductor.next(state(), now());
        if (room.lacks(directives)) {
            return room.attended() || state().actions().anyInFlight()
                    ? new Next.Wait(TICK, true)
                    : new Next.Ended(new RunEnd.JournalFailed(room.pause()));
        }
        return carryOut(directives)
                ? new Next.Again()
                : new Next.Wait(
                        patience(directives),
                        directives.stream().anyMatch(Directive.AwaitPerson.class::isInstance));
    }

    /// The run stands still until somebody takes it up; what is under way ends first.
    private Optional<RunEvent.Paused> parked() {
        return state().stop().isPresent() || state().actions().anyInFlight()
                ? Optional.empty()
                : state().paused();
    }

    /// Nothing more is sent; what is under way or was found at work again gets as long to end as
    /// was said.
    private Next leave(OperatorCommand.Leave leave) throws JournalException {
        Duration now = timekeeper.monotonic();
        Leaving since =
                leaving.filter(it -> it.asked().equals(leave)).orElse(new Leaving(leave, now));
        leaving = Optional.of(since);
        List<Directive> looks = since.patient() ? conductor.leaving(state(), now()) : List.of();
        if (!since.over(now) && (state().actions().anyInFlight() || !looks.isEmpty())) {
            carryOut(looks);
            return new Next.Wait(TICK, true);
        }
        recorder.record(List.of(new RunEvent.Paused(leave.reason())));
        return new Next.Ended(new RunEnd.Left(leave.reason()));
    }

    private Duration patience(List<Directive> directives) {
        Duration patience = TICK;
        for (Directive directive : directives) {
            if (directive instanceof Directive.WaitUntil wait) {
                Duration left = Duration.between(now(), wait.moment());
                patience = left.compareTo(patience) < 0 ? left : patience;
            }
        }
        return patience.isNegative() ? Duration.ZERO : patience;
    }

    /// Whether anything was done, so that the conductor must be asked again.
    private boolean carryOut(List<Directive> directives) throws JournalException {
        List<RunEvent> events = new ArrayList<>();
        List<Runnable> then = new ArrayList<>();
        round = directives;
        directives.forEach(directive -> carryOut(directive, events, then));
        recorder.record(events);
        then.forEach(Runnable::run);
        round = List.of();
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
                boolean bare = Receipts.none(plan, state(), act.action().host());
                events.add(
                        new RunEvent.Dispatched(
                                act.action(),
                                act.purpose(),
                                nonce,
                                act.digest(),
                                act.gate(),
                                recorder.claimant().epoch(),
                                bare));
                Optional<String> boot = state().evidence().boot(act.action().host());
                boolean seize = PutAside.of(state(), act.action().host()).isPresent();
                then.add(() -> dispatch.act(act, nonce, bare, boot, seize));
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
            case Directive.LookAtWork look ->
                    once(look, then, () -> dispatch.lookAtWork(look, state()));
            case Directive.StopWork stop ->
                    once(stop, then, () -> dispatch.stopWork(stop, state()));
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

    /// Facts are recorded together; what people say is weighed after what came before it is known.
    private void take() throws JournalException {
        List<RunEvent> facts = new ArrayList<>();
        while (!arrived.isEmpty()) {
            if (Intake.after(facts, arrived.getFirst())) {
                record(facts);
                facts.clear();
            }
            if (arrived.getFirst() instanceof Arrival.Told it) {
                arrived.removeFirst();
                told(it);
            } else {
                intake.take(arrived.removeFirst()).ifPresent(facts::add);
            }
        }
        record(facts);
    }

    /// A wish to stop is kept until it can be recorded; an answer has to be given again.
    private void told(Arrival.Told said) throws JournalException {
        try {
            if (said.command() instanceof OperatorCommand.OfJournal it) {
                room.again(it.way(), state());
            } else {
                commands.told(said.command());
            }
        } catch (JournalException e) {
            if (!(said.command() instanceof OperatorCommand.OfJournal)) {
                arrived.addFirst(said); // heard again once everybody knows of the trouble
            }
            throw e;
        }
    }

    private void record(List<RunEvent> facts) throws JournalException {
        seen = List.copyOf(facts);
        recorder.record(seen);
        seen = List.of();
    }

    private RunState state() {
        return recorder.state();
    }

    private Instant now() {
        return timekeeper.instant();
    }
}
