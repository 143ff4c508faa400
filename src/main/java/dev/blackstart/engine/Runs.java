package dev.blackstart.engine;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.Amendable;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Opens runs and takes them up again. A run has one owner at a time.
public final class Runs {
    /// A run to carry on, or who has it.
    public sealed interface Start {
        record Started(Session session) implements Start {}

        record Held(Owner owner) implements Start {}

        /// Other runs act on what it would act on.
        ///
        /// @param wanted all that it would have to hold
        record Locked(List<HeldLock> held, Set<Lock> wanted) implements Start {
            public Locked {
                held = List.copyOf(held);
                wanted = Set.copyOf(wanted);
            }
        }

        /// The run is closed already; there is nothing to carry on.
        record Ended(RunEvent.Closed closed) implements Start {}

        /// The run owes nothing that could be repaid now.
        ///
        /// @param reason one sentence
        record NothingOwed(String reason) implements Start {}
    }

    private final Equipment equipment;
    private final Owner owner;
    private final Consumer<String> refusals;
    private final Attendant attendant;

    /// With nobody who is told when the journal cannot be written.
    public Runs(Equipment equipment, Owner owner, Consumer<String> refusals) {
        this(equipment, owner, refusals, Attendant.NOBODY);
    }

    /// @param refusals told in one sentence when an answer at a gate does not count
    /// @param attendant told when the journal cannot be written
    public Runs(Equipment equipment, Owner owner, Consumer<String> refusals, Attendant attendant) {
        this.attendant = attendant;
        this.equipment = equipment;
        this.owner = owner;
        this.refusals = refusals;
    }

    /// Freezes everything the run depends on; its first event is recorded when the session runs.
    public Start open(RunId id, RunOpening opening) throws JournalException {
        Journal journal = equipment.journal();
        Map<String, String> blobs = kept(opening.files());
        Ownership ownership = journal.claim(id, owner);
        if (ownership instanceof Ownership.Held held) {
            return new Start.Held(held.owner());
        }
        long epoch = ((Ownership.Taken) ownership).epoch();
        Holder holder = holder(id, opening.plan(), opening.by());
        List<HeldLock> locked = journal.lock(holder, opening.locks(), false);
        if (!locked.isEmpty()) {
            journal.release(id, owner);
            return new Start.Locked(locked, opening.locks());
        }
        RunEvent opened =
                new RunEvent.RunOpened(
                        id,
                        opening.plan().runbook().name().value(),
                        opening.plan().runbook().title(),
                        opening.plan().mode(),
                        opening.by(),
                        blobs,
                        opening.parameters(),
                        opening.version(),
                        opening.drill());
        Taking taking = new Taking(epoch, opened);
        return start(id, opening.plan(), opening.secrets(), new RunState(), Late.NOTHING, taking);
    }

    private Holder holder(RunId id, Plan plan, Person by) {
        return new Holder(id, by.name(), plan.runbook().title(), equipment.clock().instant());
    }

    /// Takes a run up where its last process left it. What was sent and not seen to end is unknown
    /// from now on.
    ///
    /// @param locks what no other run may act on meanwhile; none for a run that is only to be ended
    public Start resume(
            RunId id, Plan plan, Map<String, Secret> secrets, Person by, Set<Lock> locks)
            throws JournalException {
        return claimed(id, by, taking -> takeUp(id, taking, plan, secrets, by, locks));
    }

    /// The same with some of the runbook's files changed; the plan is made of those.
    public Start amend(
            RunId id,
            Plan plan,
            Map<String, Secret> secrets,
            Person by,
            Set<Lock> locks,
            RunAmendment amendment)
            throws JournalException {
        return claimed(
                id, by, taking -> takeUp(id, taking.with(amendment), plan, secrets, by, locks));
    }

    /// The same, from whoever has the run, living or not: from now on that process can neither
    /// record nor, where this run has reached a host, send.
    ///
    /// @param reason for the record
    public Start takeOver(
            RunId id,
            Plan plan,
            Map<String, Secret> secrets,
            Person by,
            Set<Lock> locks,
            String reason)
            throws JournalException {
        Journal journal = equipment.journal();
        Optional<Person> from = journal.owner(id).map(it -> new Person(it.person()));
        long epoch = journal.takeOver(id, owner);
        RunEvent.TakeOver how = new RunEvent.TakeOver(from, new TypedSecrets(secrets).kept(reason));
        Taking taking = new Taking(epoch, new RunEvent.RunResumed(by, Optional.of(how)));
        return takeUp(id, taking, plan, secrets, by, locks);
    }

    /// The right to write a run, and what it is used for.
    ///
    /// @param first what is recorded first
    /// @param amendment recorded even before that
    private record Taking(long epoch, RunEvent first, Optional<RunAmendment> amendment) {
        Taking(long epoch, RunEvent first) {
            this(epoch, first, Optional.empty());
        }

        Taking with(RunAmendment change) {
            return new Taking(epoch, first, Optional.of(change));
        }
    }

    @FunctionalInterface
    private interface Work {
        Start with(Taking taking) throws JournalException;
    }

    private Start claimed(RunId id, Person by, Work work) throws JournalException {
        return switch (equipment.journal().claim(id, owner)) {
            case Ownership.Held held -> new Start.Held(held.owner());
            case Ownership.Taken taken ->
                    work.with(new Taking(taken.epoch(), new RunEvent.RunResumed(by)));
        };
    }

    private Start takeUp(
            RunId id,
            Taking taking,
            Plan plan,
            Map<String, Secret> secrets,
            Person by,
            Set<Lock> locks)
            throws JournalException {
        Journal journal = equipment.journal();
        List<Recorded> events = journal.read(id);
        RunState state = RunState.fold(events);
        if (state.closed().isPresent()) {
            journal.release(id, owner);
            return new Start.Ended(state.closed().get());
        }
        boolean acted = !state.actions().all().isEmpty();
        List<HeldLock> locked = journal.lock(holder(id, plan, by), locks, acted);
        if (!locked.isEmpty()) {
            journal.release(id, owner);
            return new Start.Locked(locked, locks);
        }
        Late late = late(id, events);
        if (taking.amendment().isPresent()) {
            RunAmendment amendment = taking.amendment().get();
            List<String> refusals = Amendable.refusals(state, amendment.steps());
            if (!refusals.isEmpty()) {
                journal.release(id, owner);
                return new Start.NothingOwed(String.join(" ", refusals));
            }
            state = amended(claimant(id, taking), state, by, late, amendment);
            equipment.spool().discard(id);
            late = Late.NOTHING;
        }
        return start(id, plan, secrets, state, late, taking);
    }

    /// What a process before saw and could not record.
    private Late late(RunId id, List<Recorded> events) throws JournalException {
        Spool.Found found = equipment.spool().find(id);
        found.trouble().ifPresent(refusals);
        if (found.events().isEmpty()) {
            return Late.NOTHING;
        }
        Late late = Late.of(events, equipment.journal().installation().id(), found.events());
        late.refused().forEach(refusals);
        if (late.events().isEmpty() && late.refused().isEmpty()) {
            equipment.spool().discard(id);
        } else if (late.events().isEmpty()) {
            equipment.spool().setAside(id);
        }
        return late;
    }

    private RunState amended(
            Claimant claimant, RunState state, Person by, Late late, RunAmendment amendment)
            throws JournalException {
        Timekeeper timekeeper = new Timekeeper(equipment.timepiece());
        Recorder recorder = new Recorder(claimant, equipment.journal(), timekeeper, state);
        List<RunEvent> events = new ArrayList<>(late.events());
        events.add(
                new RunEvent.RunbookAmended(
                        kept(amendment.files()), amendment.steps(), amendment.difference(), by));
        new ClockWatch(timekeeper, recorder, equipment.transport()).begin(events);
        return recorder.state();
    }

    private Map<String, String> kept(Map<String, String> files) throws JournalException {
        Map<String, String> blobs = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            blobs.put(
                    file.getKey(),
                    equipment.journal().keep(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return blobs;
    }

    /// Opens a closed run again to repay its loans, and for nothing else.
    ///
    /// @param step the only step whose loans are meant; empty for all
    /// @param locks what no other run may act on meanwhile
    public Start repay(
            RunId id,
            Plan plan,
            Map<String, Secret> secrets,
            Person by,
            Optional<StepId> step,
            Set<Lock> locks)
            throws JournalException {
        Journal journal = equipment.journal();
        Ownership ownership = journal.claim(id, owner);
        if (ownership instanceof Ownership.Held held) {
            return new Start.Held(held.owner());
        }
        RunState state = RunState.fold(journal.read(id));
        boolean owes =
                state.loans().open().stream()
                        .anyMatch(loan -> step.map(loan.step()::equals).orElse(true));
        if (state.closed().isEmpty() || !owes) {
            journal.release(id, owner);
            return new Start.NothingOwed(
                    state.closed().isEmpty()
                            ? "The run is not closed; blackstart resume goes on with it first."
                            : "Nothing is lent there any more; blackstart loans shows what is.");
        }
        List<HeldLock> locked = journal.lock(holder(id, plan, by), locks, false);
        if (!locked.isEmpty()) {
            journal.release(id, owner);
            return new Start.Locked(locked, locks);
        }
        long epoch = ((Ownership.Taken) ownership).epoch();
        Taking taking = new Taking(epoch, new RunEvent.Reopened(by, step));
        return start(id, plan, secrets, state, Late.NOTHING, taking);
    }

    /// Takes a run up, or opens a closed one again, to find out what is unknown. It reads and asks,
    /// and sends nothing that acts, so it needs no locks.
    public Start reconcile(RunId id, Plan plan, Map<String, Secret> secrets, Person by)
            throws JournalException {
        Journal journal = equipment.journal();
        Ownership ownership = journal.claim(id, owner);
        if (ownership instanceof Ownership.Held held) {
            return new Start.Held(held.owner());
        }
        List<Recorded> events = journal.read(id);
        RunState state = RunState.fold(events);
        boolean locked = state.closed().filter(it -> !it.unknown().isEmpty()).isPresent();
        if (!locked && state.actions().unknown().isEmpty() && !state.actions().anyInFlight()) {
            journal.release(id, owner);
            return new Start.NothingOwed("Nothing is unknown in the run.");
        }
        long epoch = ((Ownership.Taken) ownership).epoch();
        Taking taking = new Taking(epoch, new RunEvent.ReconcileBegun(by));
        return start(id, plan, secrets, state, late(id, events), taking);
    }

    private Start start(
            RunId id,
            Plan plan,
            Map<String, Secret> secrets,
            RunState state,
            Late late,
            Taking taking)
            throws JournalException {
        Claimant claimant = claimant(id, taking);
        Timekeeper timekeeper = new Timekeeper(equipment.timepiece());
        Recorder recorder = new Recorder(claimant, equipment.journal(), timekeeper, state);
        Inbox inbox = new Inbox();
        Engine engine =
                new Engine(
                        plan,
                        secrets,
                        equipment,
                        recorder,
                        timekeeper,
                        inbox::add,
                        refusals,
                        attendant);
        GivingUp after = new GivingUp(claimant, plan, equipment.transport());
        return new Start.Started(
                new Session(
                        equipment, owner, recorder, engine, inbox, late, taking.first(), after));
    }

    private Claimant claimant(RunId id, Taking taking) throws JournalException {
        return new Claimant(
                id, taking.epoch(), equipment.journal().installation(), new Person(owner.person()));
    }
}
