package dev.blackstart.engine;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import java.nio.charset.StandardCharsets;
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

    /// @param refusals told in one sentence when an answer at a gate does not count
    public Runs(Equipment equipment, Owner owner, Consumer<String> refusals) {
        this.equipment = equipment;
        this.owner = owner;
        this.refusals = refusals;
    }

    /// Freezes everything the run depends on; its first event is recorded when the session runs.
    public Start open(RunId id, RunOpening opening) throws JournalException {
        Journal journal = equipment.journal();
        Map<String, String> blobs = new LinkedHashMap<>();
        for (var file : opening.files().entrySet()) {
            blobs.put(
                    file.getKey(), journal.keep(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        Optional<Owner> held = journal.claim(id, owner);
        if (held.isPresent()) {
            return new Start.Held(held.get());
        }
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
        return start(id, opening.plan(), opening.secrets(), new RunState(), opened);
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
        Journal journal = equipment.journal();
        Optional<Owner> held = journal.claim(id, owner);
        if (held.isPresent()) {
            return new Start.Held(held.get());
        }
        RunState state = RunState.fold(journal.read(id));
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
        return start(id, plan, secrets, state, new RunEvent.RunResumed(by));
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
        Optional<Owner> held = journal.claim(id, owner);
        if (held.isPresent()) {
            return new Start.Held(held.get());
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
        List<HeldLock> locked = journal.lock(holder(id, plan, by), locks, true);
        if (!locked.isEmpty()) {
            journal.release(id, owner);
            return new Start.Locked(locked, locks);
        }
        return start(id, plan, secrets, state, new RunEvent.Reopened(by, step));
    }

    private Start start(
            RunId id, Plan plan, Map<String, Secret> secrets, RunState state, RunEvent first) {
        Recorder recorder = new Recorder(id, equipment.journal(), equipment.clock(), state);
        Inbox inbox = new Inbox();
        Engine engine = new Engine(plan, secrets, equipment, recorder, inbox::add, refusals);
        return new Start.Started(new Session(equipment, owner, recorder, engine, inbox, first));
    }
}
