package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.Locks;
import dev.blackstart.engine.RunAmendment;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MachineClock;
import dev.blackstart.journal.MemorySpool;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Spool;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.journal.Timepiece;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.transport.Transport;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Opens and resumes runs with the real journal, transport and engine.
final class EngineOperations implements Operations {
    static final String VERSION = "0.1.0";

    private final Surroundings surroundings;
    private final Transports transports;
    private final SitePolicies policies;
    private final Spool spool = MemorySpool.ofThisMachine();
    private final SecureRandom random = new SecureRandom();

    EngineOperations(Surroundings surroundings) {
        this(surroundings, UnaryOperator.identity());
    }

    /// @param around what is put around connections to hosts
    EngineOperations(Surroundings surroundings, UnaryOperator<Transport> around) {
        this.surroundings = surroundings;
        this.transports = new Transports(surroundings, around);
        this.policies = new SitePolicies(surroundings.env());
    }

    @Override
    public Operations.Opening open(OpenRequest request, Audience audience) {
        Optional<PolicyReader.Texts> texts = policies.texts(request.places(), request.mode());
        Optional<SiteFiles> site =
                texts.map(it -> SitePolicies.read(request.places().policy().orElseThrow(), it));
        Plan plan =
                new Plan(
                        request.runbook(),
                        request.inventory(),
                        request.parameters().values(),
                        request.mode(),
                        SitePolicies.rules(site));
        Refusals.beforeOpening(plan);
        roomFor(request);
        Map<String, Secret> secrets = request.parameters().secrets();
        Transport transport = transports.open(request, secrets, audience.refusals());
        return started(
                equipment(request, transport).under(policies.authority(site, request.places())),
                request.places(),
                audience,
                runs ->
                        runs.open(
                                newId(),
                                new RunOpening(
                                        plan,
                                        secrets,
                                        Freezing.files(request, texts),
                                        Freezing.parameters(request.parameters()),
                                        request.by(),
                                        request.drilling().map(drilling -> drilling.drill().name()),
                                        VERSION,
                                        locks(plan, request.places()))));
    }

    @Override
    public Operations.Opening resume(
            RunId run, Person by, Map<String, Secret> secrets, Places places, Audience audience) {
        FrozenPlan frozen = frozen(run, secrets, places);
        return takenUp(
                frozen,
                secrets,
                places,
                audience,
                (runs, locks) -> runs.resume(run, frozen.plan(), secrets, by, locks));
    }

    @Override
    public Operations.Opening takeOver(
            RunId run,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience,
            String reason) {
        FrozenPlan frozen = frozen(run, secrets, places);
        return takenUp(
                frozen,
                secrets,
                places,
                audience,
                (runs, locks) -> runs.takeOver(run, frozen.plan(), secrets, by, locks, reason));
    }

    @Override
    public Operations.Opening amend(
            RunId run,
            RunAmendment amendment,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience) {
        FrozenPlan frozen = frozen(run, secrets, places, amendment.files());
        return takenUp(
                frozen,
                secrets,
                places,
                audience,
                (runs, locks) -> runs.amend(run, frozen.plan(), secrets, by, locks, amendment));
    }

    @Override
    public Operations.Opening takeUpToEnd(RunId run, Person by, Places places, Audience audience) {
        FrozenPlan frozen = frozen(run, Map.of(), places);
        return started(
                equipment(
                        frozen,
                        places,
                        transports.open(frozen.plan(), Map.of(), places, audience.refusals())),
                places,
                audience,
                runs -> runs.resume(run, frozen.plan(), Map.of(), by, Set.of()));
    }

    /// What acts on hosts, and so needs their locks.
    @FunctionalInterface
    private interface TakingUp {
        Runs.Start with(Runs runs, Set<Lock> locks) throws JournalException;
    }

    private Operations.Opening takenUp(
            FrozenPlan frozen,
            Map<String, Secret> secrets,
            Places places,
            Audience audience,
            TakingUp how) {
        Transport transport = transports.open(frozen.plan(), secrets, places, audience.refusals());
        Set<Lock> locks = locks(frozen.plan(), places);
        return started(
                equipment(frozen, places, transport),
                places,
                audience,
                runs -> how.with(runs, locks));
    }

    private Set<Lock> locks(Plan plan, Places places) {
        return plan.mode() == Mode.LIVE ? Locks.of(plan, transports.keys(places)::of) : Set.of();
    }

    @Override
    public Operations.Opening repay(
            RunId run,
            Optional<StepId> step,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience) {
        FrozenPlan frozen = frozen(run, secrets, places);
        return takenUp(
                frozen,
                secrets,
                places,
                audience,
                (runs, locks) -> runs.repay(run, frozen.plan(), secrets, by, step, locks));
    }

    @Override
    public Operations.Opening reconcile(
            RunId run, Person by, Map<String, Secret> secrets, Places places, Audience audience) {
        FrozenPlan frozen = frozen(run, secrets, places);
        Transport transport = transports.open(frozen.plan(), secrets, places, audience.refusals());
        return started(
                equipment(frozen, places, transport),
                places,
                audience,
                runs -> runs.reconcile(run, frozen.plan(), secrets, by));
    }

    @Override
    public DrillWorld world(Drill drill, DrillWorld.Pace pace) {
        return DrillWorlds.open(drill, surroundings, pace);
    }

    private interface Start {
        Runs.Start with(Runs runs) throws JournalException;
    }

    private Equipment equipment(Places places, Transport transport) {
        Timepiece timepiece = MachineClock.with(surroundings.clock());
        return Equipment.timed(
                        journal(places, timepiece),
                        transport,
                        timepiece,
                        this::nonce,
                        places.journal().resolve("artifacts"))
                .holding(spool);
    }

    /// Of a run that has been before, under the policy it was opened under.
    private Equipment equipment(FrozenPlan frozen, Places places, Transport transport) {
        return equipment(places, transport).under(policies.authority(frozen.site(), places));
    }

    /// A made world has a time of its own.
    private Equipment equipment(OpenRequest request, Transport transport) {
        Equipment usual = equipment(request.places(), transport);
        return request.drilling()
                .map(OpenRequest.Drilling::world)
                .map(world ->
                        new Equipment(
                                usual.journal(),
                                transport,
                                world.clock(),
                                usual.nonces(),
                                usual.artifacts(),
                                DrillWorlds.waiting(world)))
                .orElse(usual);
    }

    private Operations.Opening started(
            Equipment equipment, Places places, Audience audience, Start start) {
        Owner owner = Owner.current(surroundings.person().name(), surroundings.clock().instant());
        try {
            return switch (start.with(runs(equipment, owner, audience))) {
                case Runs.Start.Started started ->
                        new Operations.Opening.Opened(
                                new EngineSession(
                                        started.session(),
                                        audience,
                                        equipment.journal(),
                                        equipment.transport()));
                case Runs.Start.Locked locked -> {
                    Operations.Opening refused = Refusals.locked(locked, equipment.journal());
                    equipment.transport().close();
                    equipment.journal().close();
                    yield refused;
                }
                case Runs.Start.Held held -> {
                    equipment.transport().close();
                    equipment.journal().close();
                    yield new Operations.Opening.Held(held.owner());
                }
                case Runs.Start.NothingOwed nothing ->
                        throw new CannotGoOn(ExitCode.REFUSED, nothing.reason());
                case Runs.Start.Ended ended ->
                        throw new CannotGoOn(
                                ExitCode.REFUSED,
                                "The run is closed (" + ended.closed().verdict().word() + ").");
            };
        } catch (JournalException e) {
            throw Refusals.opening(e, places.journal());
        }
    }

    private static Runs runs(Equipment equipment, Owner owner, Audience audience) {
        return new Runs(equipment, owner, audience.refusals(), audience.attendant());
    }

    @Override
    public void carryOver(RunId run, List<String> words, Person by) {
        HandCarried.take(spool, run, words, by);
    }

    private static Journal journal(Places places) {
        return opened(places);
    }

    /// Beside what is recorded stands what these clocks show then.
    private static Journal journal(Places places, Timepiece timepiece) {
        return opened(places).timed(timepiece);
    }

    private static SqliteJournal opened(Places places) {
        try {
            return SqliteJournal.open(places.journal());
        } catch (JournalException e) {
            throw Refusals.opening(e, places.journal());
        }
    }

    private FrozenPlan frozen(RunId run, Map<String, Secret> secrets, Places places) {
        return frozen(run, secrets, places, Map.of());
    }

    private FrozenPlan frozen(
            RunId run, Map<String, Secret> secrets, Places places, Map<String, String> amended) {
        try (Journal journal = journal(places)) {
            return FrozenPlan.of(journal, run, secrets, amended);
        } catch (JournalException e) {
            throw Refusals.journal(e);
        }
    }

    /// A run that acts needs room to remember what it did.
    private static void roomFor(OpenRequest request) {
        try (Journal journal = journal(request.places())) {
            if (request.mode() == Mode.LIVE && journal.lowSpace()) {
                throw new CannotGoOn(
                        ExitCode.JOURNAL,
                        "Less than 64 MiB are free for the journal in "
                                + request.places().journal()
                                + ", so no run that acts is opened; free some, name another place with --journal DIR, or diagnose and rehearse.");
            }
        }
    }

    private RunId newId() {
        return RunId.of(surroundings.clock().millis(), random.nextLong(), random.nextLong());
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
