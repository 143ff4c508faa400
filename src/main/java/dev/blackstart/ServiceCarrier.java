package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillEnd;
import dev.blackstart.door.cli.Frozen;
import dev.blackstart.door.cli.LockRefusal;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Session;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.engine.Attendant;
import dev.blackstart.engine.Watcher;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.service.Carried;
import dev.blackstart.service.Carrier;
import dev.blackstart.service.Ready;
import dev.blackstart.service.Refusal;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Counted;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Carries runs for the service as the command line does, in the name of whoever asked.
final class ServiceCarrier implements Carrier {
    private static final int COLUMNS = 100;

    private final Surroundings surroundings;
    private final Places places;
    private final Journal journal;
    private final Consumer<Completion> seen;

    /// @param surroundings of a process without a terminal
    /// @param seen hears how each command on a host ended
    ServiceCarrier(
            Surroundings surroundings, Places places, Journal journal, Consumer<Completion> seen) {
        this.seen = seen;
        this.surroundings = surroundings;
        this.places = places;
        this.journal = journal;
    }

    @Override
    public Carried open(Ready ready, Watcher watcher) {
        return switch (ready) {
            case Ready.OnHosts it -> onHosts(it, watcher);
            case Ready.InDrill it ->
                    told(() ->
                            ServiceDrill.open(
                                    it,
                                    operations(it.by()),
                                    places,
                                    watcher,
                                    opening -> opened(opening, it.runbook(), it.by())));
        };
    }

    private Carried onHosts(Ready.OnHosts it, Watcher watcher) {
        OpenRequest request =
                new OpenRequest(
                        it.runbook(),
                        it.inventory(),
                        it.parameters(),
                        it.mode(),
                        it.by(),
                        places,
                        Optional.empty());
        return carried(
                it.by(), it::runbook, operations -> operations.open(request, audience(watcher)));
    }

    @Override
    public Carried resume(RunId run, Person by, Map<String, Secret> secrets, Watcher watcher) {
        return carried(
                by,
                () -> frozen(run),
                operations -> operations.resume(run, by, secrets, places, audience(watcher)));
    }

    @Override
    public Carried reconcile(RunId run, Person by, Map<String, Secret> secrets, Watcher watcher) {
        return carried(
                by,
                () -> frozen(run),
                operations -> operations.reconcile(run, by, secrets, places, audience(watcher)));
    }

    @Override
    public Carried repay(
            RunId run,
            Optional<StepId> step,
            Person by,
            Map<String, Secret> secrets,
            Watcher watcher) {
        return carried(
                by,
                () -> frozen(run),
                operations -> operations.repay(run, step, by, secrets, places, audience(watcher)));
    }

    @Override
    public Carried takeUpToEnd(RunId run, Person by, Watcher watcher) {
        return carried(
                by,
                () -> frozen(run),
                operations -> operations.takeUpToEnd(run, by, places, audience(watcher)));
    }

    @Override
    public void closeDrill(RunId run, Optional<Person> by, String reason) {
        told(() ->
                new DrillEnd(surroundings, SqliteJournal::open, places)
                        .close(run, by.map(it -> new RunEvent.StopRequested(it, reason)), reason));
    }

    @Override
    public Runbook runbook(RunState state) {
        return told(() -> new Frozen(journal).runbook(state));
    }

    @Override
    public Optional<Policy> policy(RunState state) {
        return told(() -> new Frozen(journal).policy(state).map(SiteFiles::policy));
    }

    @Override
    public Plan plan(RunState state) {
        Frozen frozen = new Frozen(journal);
        Mode mode = state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE);
        return told(() ->
                new Plan(
                        frozen.runbook(state),
                        frozen.inventory(state),
                        frozen.parameters(state),
                        mode,
                        SitePolicies.rules(frozen.policy(state))));
    }

    private Runbook frozen(RunId run) {
        return told(() -> {
            try {
                return new Frozen(journal).runbook(RunState.fold(journal.read(run)));
            } catch (JournalException e) {
                throw Refusals.journal(e);
            }
        });
    }

    private Carried carried(
            Person by, Supplier<Runbook> runbook, Function<Operations, Operations.Opening> how) {
        return told(() -> new ServiceSession(opened(how.apply(operations(by)), runbook.get(), by)));
    }

    private Session opened(Operations.Opening opening, Runbook runbook, Person by) {
        return switch (opening) {
            case Operations.Opening.Opened it -> it.session();
            case Operations.Opening.Held it ->
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            "A process of %s (%d) carries the run out since %s."
                                    .formatted(it.by().person(), it.by().pid(), it.by().since()));
            case Operations.Opening.Locked it ->
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            new LockRefusal(
                                            it,
                                            by,
                                            surroundings.clock().instant(),
                                            surroundings.clock().getZone())
                                    .lines(runbook, COLUMNS, UnaryOperator.identity()));
        };
    }

    /// The journal says for whom this process has a run.
    private Operations operations(Person by) {
        return new EngineOperations(
                new Surroundings(
                        surroundings.streams(),
                        surroundings.env(),
                        surroundings.cwd(),
                        surroundings.home(),
                        surroundings.clock(),
                        by,
                        surroundings.signals(),
                        surroundings.leaveNow()),
                transport -> new Counted(transport, seen));
    }

    /// Nobody sits here: what is refused stands in the journal.
    static Operations.Audience audience(Watcher watcher) {
        return new Operations.Audience(watcher, sentence -> {}, Attendant.NOBODY);
    }

    private static <T> T told(Supplier<T> what) {
        try {
            return what.get();
        } catch (CannotGoOn e) {
            throw ServiceSession.refusal(e);
        }
    }
}
