package dev.blackstart.service;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Owner;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Mode;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Escaped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Starts runs, looks at them, and tells them what people want of them. What somebody says to a run
/// goes through the journal, whoever carries it out.
public final class Runs {
    private final Library library;
    private final Carrier carrier;
    private final Records records;
    private final RunIndex index;
    private final Register register;
    private final Keys keys;
    private final Ward ward;

    Runs(
            Library library,
            Carrier carrier,
            Records records,
            RunIndex index,
            Register register,
            Keys keys,
            Ward ward) {
        this.library = library;
        this.carrier = carrier;
        this.records = records;
        this.index = index;
        this.register = register;
        this.keys = keys;
        this.ward = ward;
    }

    /// What came of an order.
    ///
    /// @param again the same order had started this run before
    public record Started(RunId run, boolean again) {}

    public Started start(Order order, Caller caller) {
        caller.must(Scope.RUN);
        String person = caller.person().name();
        Optional<RunId> before = order.key().flatMap(key -> keys.take(person, key));
        if (before.isPresent()) {
            return new Started(before.get(), true);
        }
        boolean begun = false;
        try {
            Ready ready = ready(order, caller);
            RunId run =
                    register.carry(
                            Optional.empty(),
                            watcher -> carrier.open(ready, watcher),
                            carried -> noted(carried.id(), order, person));
            begun = true;
            return new Started(run, false);
        } finally {
            if (!begun) {
                order.key().ifPresent(key -> keys.free(person, key));
            }
        }
    }

    private void noted(RunId run, Order order, String person) {
        order.key().ifPresent(key -> keys.started(person, key, run));
        ward.take(run, order);
    }

    private Ready ready(Order order, Caller caller) {
        Map<String, String> given = new HashMap<>(order.parameters());
        order.secrets().forEach((name, secret) -> given.put(name, secret.reveal()));
        Ready ready = read(order, given, caller);
        SecretsAsked.refuseWritten(ready.runbook(), order.parameters().keySet());
        return ready;
    }

    private Ready read(Order order, Map<String, String> given, Caller caller) {
        if (order.mode() == Mode.DRILL) {
            Drill drill = library.drill(order.name());
            caller.mustReach(
                    drill.runbook().value(),
                    new Refusal(Refusal.Kind.NOT_FOUND, Library.noDrill(order.name())));
            Runbook runbook = library.runbook(drill.runbook().value());
            return new Ready.InDrill(runbook, drill, given, order.scripted(), caller.person());
        }
        caller.mustReach(order.name(), Library.absent(order.name()));
        Runbook runbook = library.runbook(order.name());
        Inventory inventory = library.inventory();
        Parameters parameters =
                Library.given(order.name(), ParameterReader.read(runbook, inventory, given));
        return new Ready.OnHosts(runbook, inventory, parameters, order.mode(), caller.person());
    }

    public RunPage list(RunQuery query, Caller caller) {
        caller.must(Scope.VIEW);
        List<HeldLock> locks = records.locks();
        List<RunSummary> fitting =
                index.all().stream()
                        .filter(run -> caller.grant().reaches(run.runbook()))
                        .map(run -> run.holding(locks))
                        .filter(query::takes)
                        .limit(query.limit() + 1L)
                        .toList();
        boolean more = fitting.size() > query.limit();
        List<RunSummary> page = more ? fitting.subList(0, query.limit()) : fitting;
        boolean all = caller.grant().runbooks().isEmpty();
        return new RunPage(
                page,
                more ? Optional.of(page.getLast().run()) : Optional.empty(),
                all ? index.unreadable() : List.of());
    }

    /// @throws Refusal `NOT_FOUND` also when the caller may not see it
    public Snapshot one(RunId run, Caller caller) {
        caller.must(Scope.VIEW);
        Snapshot snapshot = records.of(run);
        caller.mustReach(snapshot.runbook(), Records.absent(run));
        return snapshot;
    }

    public RunSummary summary(Snapshot snapshot) {
        return RunSummary.of(snapshot.state()).orElseThrow().holding(records.locks());
    }

    /// What the run was opened with and goes by, for projections.
    public Plan plan(Snapshot snapshot) {
        return records.plan(snapshot);
    }

    /// The living process that carries it out, this one or another.
    public Optional<Owner> owner(Snapshot snapshot) {
        return records.owner(snapshot.run());
    }

    /// One of the files a run goes by, as it was frozen.
    ///
    /// @param sha256 of its content, in hex
    public byte[] file(RunId run, String sha256, Caller caller) {
        Snapshot snapshot = one(run, caller);
        return Optional.of(sha256)
                .filter(snapshot.state().takingUps().blobs()::containsValue)
                .flatMap(records::kept)
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "Run %s goes by no such file.".formatted(run)));
    }

    /// What runs hold that the caller sees.
    public List<HeldLock> locks(Caller caller) {
        caller.must(Scope.VIEW);
        Set<RunId> seen =
                index.all().stream()
                        .filter(run -> caller.grant().reaches(run.runbook()))
                        .map(RunSummary::run)
                        .collect(Collectors.toUnmodifiableSet());
        return records.locks().stream().filter(lock -> seen.contains(lock.holder().run())).toList();
    }

    /// Does this process carry it out?
    public boolean here(RunId run) {
        return register.has(run);
    }

    /// Notes something in a run that this process carries out, for those who watch it elsewhere. It
    /// changes nothing.
    public void note(RunId run, String text) {
        register.submit(run, new OperatorCommand.Note(text));
    }

    /// Ends a run for good: nothing more is sent, what runs on hosts is left to end.
    ///
    /// @param reason why; needed when somebody else answers its gates
    public void abort(RunId run, String reason, Caller caller) {
        caller.must(Scope.RUN);
        Snapshot snapshot = unclosed(run, caller);
        Person by = caller.person();
        boolean own = snapshot.state().wheel().holder().filter(by::equals).isPresent();
        if (!own) {
            caller.must(Scope.ADMIN);
        }
        if (!own && reason.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED,
                    "Somebody else answers the gates of this run; say why it is ended (reason).");
        }
        OperatorCommand.Stop stop = new OperatorCommand.Stop(by, reason);
        if (snapshot.carried()) {
            post(run, stop);
        } else if (snapshot.drill()) {
            carrier.closeDrill(run, Optional.of(by), reason);
        } else {
            register.carry(
                    Optional.of(run),
                    watcher -> carrier.takeUpToEnd(run, by, watcher),
                    carried -> carried.submit(stop));
        }
    }

    /// Offers the gates to somebody, who must accept.
    public void handOver(RunId run, Person to, Caller caller) {
        caller.must(Scope.RUN);
        OperatorCommand.HandOver offer = new OperatorCommand.HandOver(caller.person(), to);
        say(run, offer, Optional.of(to), caller);
    }

    /// Accepts the gates that were offered, or declines them.
    public void takeOver(RunId run, boolean accepted, Caller caller) {
        caller.must(Scope.APPROVE);
        OperatorCommand.TakeOver reply = new OperatorCommand.TakeOver(caller.person(), accepted);
        say(run, reply, Optional.empty(), caller);
    }

    /// What cannot count is refused at once; who carries the run out judges it again.
    private void say(RunId run, OperatorCommand command, Optional<Person> to, Caller caller) {
        Snapshot snapshot = unclosed(run, caller);
        if (!snapshot.carried()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "Nobody carries run %s out; whoever resumes it answers its gates."
                            .formatted(run));
        }
        snapshot.state()
                .wheel()
                .refusal(caller.person(), to)
                .ifPresent(why -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, why);
                });
        post(run, command);
    }

    /// The secrets that whoever takes a run up must give.
    public List<Parameter> secrets(Snapshot snapshot) {
        return SecretsAsked.of(plan(snapshot).runbook());
    }

    /// Goes on where the last process left it; the caller answers its gates from then on.
    public void resume(RunId run, Map<String, Secret> secrets, Caller caller) {
        caller.must(Scope.RUN);
        complete(unclosed(run, caller), secrets);
        register.carry(
                Optional.of(run),
                watcher -> carrier.resume(run, caller.person(), secrets, watcher),
                carried -> ward.keep(run, secrets));
    }

    /// Finds out what is unknown; nothing that acts is sent.
    public void reconcile(RunId run, Map<String, Secret> secrets, Caller caller) {
        caller.must(Scope.RUN);
        complete(one(run, caller), secrets);
        register.carry(
                Optional.of(run),
                watcher -> carrier.reconcile(run, caller.person(), secrets, watcher),
                carried -> {});
    }

    /// Opens a closed run again to take back what it lent; each is looked at and asked for first.
    ///
    /// @param step the only step whose loans are meant; empty for all
    public void repay(
            RunId run, Optional<String> step, Map<String, Secret> secrets, Caller caller) {
        caller.must(Scope.RUN);
        Snapshot snapshot = one(run, caller);
        if (snapshot.drill()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "The world of this drill is gone, and with it what was lent there.");
        }
        Optional<StepId> only = step.map(it -> owing(snapshot, it));
        complete(snapshot, secrets);
        register.carry(
                Optional.of(run),
                watcher -> carrier.repay(run, only, caller.person(), secrets, watcher),
                carried -> {});
    }

    private static StepId owing(Snapshot snapshot, String step) {
        return snapshot.state().loans().open().stream()
                .map(OpenLoan::step)
                .filter(it -> it.value().equals(step))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.CONFLICT,
                                "Run %s owes nothing of step %s."
                                        .formatted(snapshot.run(), Escaped.line(step, 64))));
    }

    private void complete(Snapshot snapshot, Map<String, Secret> secrets) {
        SecretsAsked.refuseMissing(plan(snapshot).runbook(), secrets);
    }

    private Snapshot unclosed(RunId run, Caller caller) {
        Snapshot snapshot = one(run, caller);
        if (snapshot.state().closed().isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "Run %s is closed.".formatted(run));
        }
        return snapshot;
    }

    private void post(RunId run, OperatorCommand command) {
        records.request(run, Posted.of(command).orElseThrow());
    }
}
