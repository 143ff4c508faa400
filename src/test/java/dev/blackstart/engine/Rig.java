package dev.blackstart.engine;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Spool;
import dev.blackstart.journal.Timepiece;
import dev.blackstart.policy.Authority;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import dev.blackstart.testing.LocalShells;
import dev.blackstart.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A run of the real conductor, engine, reader and wrapper over hosts that are folders, with a
/// scripted person at the gates.
class Rig implements AutoCloseable {
    private static final Person ANNA = new Person("anna");
    final LocalShells hosts;
    Transport transport;
    Journal journal;
    Spool spool = Spool.NONE;
    Attendant attendant = Attendant.NOBODY;
    final List<Gate> gates = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Path folder;
    Plan plan;
    Authority authority = Authority.NONE;
    private final Map<String, Secret> secrets = new HashMap<>();
    private InstantSource clock = InstantSource.system();
    private Optional<Session> session = Optional.empty();
    final RunId id = RunId.of(1_700_000_000_000L, 1, 1);

    /// @param files path and content of further files, in turn
    Rig(Path folder, String yaml, String... files) {
        this(folder, yaml, Mode.LIVE, files);
    }

    Rig(Path folder, String yaml, Mode mode, String... files) {
        this.folder = folder;
        this.hosts = new LocalShells(folder);
        this.transport = hosts;
        this.journal = new MemoryJournal();
        Runbook runbook = runbook(yaml, files);
        this.plan = new Plan(runbook, inventory(folder), parameters(runbook, folder), mode);
    }

    /// Defaults, and what calls give; a secret of any value where a run asks for one.
    private static Map<String, Value> parameters(Runbook runbook, Path folder) {
        Map<String, String> given = new HashMap<>();
        runbook.parameters().values().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> given.put(parameter.name(), "a secret of any value"));
        return switch (ParameterReader.read(runbook, inventory(folder), given)) {
            case Read.Accepted<Parameters> accepted -> accepted.value().values();
            case Read.Refused<Parameters> refused ->
                    throw new AssertionError("parameters were refused: " + refused.problems());
        };
    }

    static Runbook runbook(String yaml, String... files) {
        Map<String, String> all = new HashMap<>(Map.of("runbook.yaml", yaml));
        for (int i = 0; i + 1 < files.length; i += 2) {
            all.put(files[i], files[i + 1]);
        }
        return switch (RunbookReader.read("test", all)) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError("the runbook was refused: " + refused.problems());
        };
    }

    private static Inventory inventory(Path folder) {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            hosts.put(
                    new HostName(name),
                    new Host(
                            new HostName(name),
                            new Address("127.0.0.1", true),
                            22,
                            "root",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Reach.SSH,
                            Map.of("artifact_dir", folder.toString())));
        }
        List<HostName> all = List.copyOf(hosts.keySet());
        return new Inventory(
                hosts,
                Map.of(
                        "nodes", new Group("nodes", all, false),
                        "members", new Group("members", all, true),
                        "nobody", new Group("nobody", List.of(), false)),
                Map.of());
    }

    /// The choices for the gates of a step, in order; a typed name follows after a blank.
    Rig answer(String step, String... choices) {
        answers.computeIfAbsent(step, s -> new ArrayDeque<>()).addAll(List.of(choices));
        return this;
    }

    Rig secret(String name, String value) {
        secrets.put(name, new Secret(value));
        return this;
    }

    private Optional<Timepiece> timepiece = Optional.empty();

    Rig timepiece(Timepiece other) {
        this.timepiece = Optional.of(other);
        return clock(() -> other.read().wall());
    }

    Rig clock(InstantSource other) {
        this.clock = other;
        return this;
    }

    RunEnd open() throws JournalException {
        RunOpening opening =
                new RunOpening(
                        plan, secrets, Map.of(), Map.of(), ANNA, Optional.empty(), "test", locks());
        return carryOn(runs().open(id, opening));
    }

    RunEnd resume() throws JournalException {
        return carryOn(runs().resume(id, plan, Map.of(), ANNA, locks()));
    }

    RunEnd takeOver(String person, String reason) throws JournalException {
        Runs other = runs(new Owner(person, 2, 1, "boot", clock.instant()));
        return carryOn(other.takeOver(id, plan, Map.of(), new Person(person), locks(), reason));
    }

    private Set<Lock> locks() {
        return Locks.of(plan, host -> List.of());
    }

    RunEnd reconcile() throws JournalException {
        return carryOn(runs().reconcile(id, plan, Map.of(), ANNA));
    }

    RunEnd repay() throws JournalException {
        return carryOn(runs().repay(id, plan, Map.of(), ANNA, Optional.empty(), locks()));
    }

    Runs runs() {
        return runs(new Owner("anna", 1, 1, "boot", clock.instant()));
    }

    private Runs runs(Owner owner) {
        Equipment equipment =
                new Equipment(
                                journal,
                                transport,
                                clock,
                                () -> UUID.randomUUID().toString().replace("-", ""),
                                folder.resolve("artifacts"),
                                Waiting.REAL,
                                timepiece.orElseGet(() -> Timepiece.following(clock)))
                        .holding(spool)
                        .under(authority);
        return new Runs(equipment, owner, this::refused, attendant);
    }

    RunEnd carryOn(Runs.Start start) throws JournalException {
        if (!(start instanceof Runs.Start.Started started)) {
            throw new AssertionError("not started: " + start);
        }
        session = Optional.of(started.session());
        try (Session running = started.session()) {
            return running.run(this::watch);
        }
    }

    /// In the world, at a moment of the run.
    interface Happening {
        void happen(Gate gate) throws IOException;
    }

    interface Occurrence {
        void occur() throws IOException;
    }

    private Happening atGates = gate -> {};
    private Occurrence atObservation = () -> {};
    private int observationsLeft = -1;
    private boolean leaveWhenRefused;
    private Optional<OperatorCommand> afterFirstAnswer = Optional.empty();

    void onGate(Happening happening) {
        atGates = happening;
    }

    void onObservation(int number, Occurrence occurrence) {
        observationsLeft = number;
        atObservation = occurrence;
    }

    private Occurrence each = () -> {};
    private final Map<String, Occurrence> settledHooks = new HashMap<>();

    void eachObservation(Occurrence occurrence) {
        each = occurrence;
    }

    private Occurrence waveProven = () -> {};

    void onWaveProven(Occurrence occurrence) {
        waveProven = occurrence;
    }

    private record Awaited(Class<? extends RunEvent> kind, int number) {}

    private final Map<Awaited, Occurrence> awaited = new HashMap<>();
    private final Map<Class<?>, Integer> counted = new HashMap<>();

    Rig on(Class<? extends RunEvent> kind, int number, Occurrence occurrence) {
        awaited.put(new Awaited(kind, number), occurrence);
        return this;
    }

    private Occurrence resumeHook = () -> {};

    private Occurrence inspectionHook = () -> {};

    void onInspection(Occurrence occurrence) {
        inspectionHook = occurrence;
    }

    void onResume(Occurrence occurrence) {
        resumeHook = occurrence;
    }

    void atSettled(String step, Occurrence occurrence) {
        settledHooks.put(step, occurrence);
    }

    void leaveWhenRefused() {
        leaveWhenRefused = true;
    }

    void tellAfterFirstAnswer(OperatorCommand command) {
        afterFirstAnswer = Optional.of(command);
    }

    void breakArtifacts() {
        hookEnd("copy", () -> Rubbish.inSnapshots(folder));
    }

    private final Map<String, Occurrence> atEnd = new HashMap<>();

    void hookEnd(String step, Occurrence occurrence) {
        atEnd.put(step, occurrence);
    }

    private void refused(String refusal) {
        refusals.add(refusal);
        if (leaveWhenRefused) {
            tell(new OperatorCommand.Leave("refused"));
        }
    }

    private void happenings(RunEvent event) {
        try {
            if (event instanceof RunEvent.GateOpened opened) {
                atGates.happen(opened.gate());
            }
            if (event instanceof RunEvent.Observed && --observationsLeft == 0) {
                atObservation.occur();
            }
            if (event instanceof RunEvent.Observed) {
                each.occur();
            }
            if (event instanceof RunEvent.WaveProven) {
                waveProven.occur();
            }
            if (event instanceof RunEvent.InspectionStarted) {
                inspectionHook.occur();
            }
            int number = counted.merge(event.getClass(), 1, Integer::sum);
            awaited.getOrDefault(new Awaited(event.getClass(), number), () -> {}).occur();
            if (event instanceof RunEvent.RunResumed) {
                resumeHook.occur();
            }
            if (event instanceof RunEvent.StepSettled settled) {
                settledHooks.getOrDefault(settled.step().value(), () -> {}).occur();
            }
            if (event instanceof RunEvent.Ended ended) {
                atEnd.getOrDefault(ended.action().step().value(), () -> {}).occur();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (event instanceof RunEvent.GateAnswered) {
            afterFirstAnswer.ifPresent(this::tell);
            afterFirstAnswer = Optional.empty();
        }
    }

    private void watch(Recorded recorded, RunState state) {
        happenings(recorded.event());
        if (recorded.event() instanceof RunEvent.GateOpened opened) {
            gates.add(opened.gate());
            ask(opened.gate());
        }
        if (recorded.event() instanceof RunEvent.Inspected) {
            state.gates().open().ifPresent(this::ask);
        }
    }

    void ask(Gate gate) {
        OperatorCommand command = command(gate);
        if (!(command instanceof OperatorCommand.Answer answer
                && answer.choice().equals("silence"))) {
            tell(command);
        }
    }

    private OperatorCommand command(Gate gate) {
        Deque<String> script = answers.getOrDefault(gate.step().value(), new ArrayDeque<>());
        if (script.isEmpty()) {
            return gate.kind() == Gate.Kind.WORK
                    ? new OperatorCommand.Note("nobody answers, so it is waited for")
                    : new OperatorCommand.Leave("nobody answers at " + gate.step());
        }
        String[] words = script.poll().split(" ", 2);
        String typed = words.length > 1 ? words[1] : "";
        return new OperatorCommand.Answer(
                gate.id(), gate.digest(), words[0], typed, "because", ANNA);
    }

    void tell(OperatorCommand command) {
        session.orElseThrow().submit(command);
    }

    List<RunEvent> events() throws JournalException {
        return journal.read(id).stream().map(Recorded::event).toList();
    }

    RunState state() throws JournalException {
        return RunState.fold(journal.read(id));
    }

    /// Lines a host's actions have left behind in the file of that name: the truth about effects.
    List<String> effects(String host) {
        Path file = hosts.home(host).resolve("effects");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hosts.close();
    }
}
