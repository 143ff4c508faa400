package dev.blackstart.proof.simulation;

import dev.blackstart.engine.RunOpening;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Everything of one seed: a machine with a journal and processes, now and then a second one that
/// knows nothing of the first, one to four hosts, two or three people. After a while the faults
/// end, and from then on people want the runs to end.
final class World {
    /// 2026-01-01, in milliseconds.
    static final long BEGIN = 1_767_225_600_000L;

    static final String SECRET = "hunter2-of-the-simulation";

    /// A run that has not ended by then will not.
    private static final long THE_END = 3 * 3_600_000L;

    private static final int MOST_EVENTS = 60_000;

    /// In the last of so many worlds there is a second installation, which acts on the same hosts.
    private static final int WITH_ANOTHER = 8;

    /// In one of so many worlds what a process reads is decoded from the lines of the journal.
    private static final int DECODING = 4;

    private final Dice dice;
    private final Size size;
    private final Faults faults;
    private final Agenda agenda = new Agenda();
    private final Oracle oracle;
    private final List<SimInstallation> installations = new ArrayList<>();
    private final Map<String, SimHost> hosts = new LinkedHashMap<>();
    private final List<SimProcess> processes = new ArrayList<>();
    private final Map<RunId, Scenario> runs = new LinkedHashMap<>();
    private final Map<RunId, SimInstallation> homes = new HashMap<>();
    private final List<String> concerned;
    private final List<String> log = new ArrayList<>();
    private final Set<String> here = new HashSet<>();
    private final boolean logging;
    private final MessageDigest trace = sha256();
    private long happened;

    World(long seed, Scenarios scenarios, boolean logging) {
        this.dice = new Dice(seed);
        this.logging = logging;
        this.size = Size.of(dice);
        this.faults = new Faults(dice, size);
        this.oracle = new Oracle(this);
        for (String name : Scenario.HOSTS) {
            SimHost host = new SimHost(name, this);
            host.shell().set("sick", dice.perMille(size.sick()) ? "1" : "0");
            host.shell().set("dns", "1");
            hosts.put(name, host);
        }
        boolean decodes = seed / WITH_ANOTHER % DECODING == 0;
        installations.add(new SimInstallation(this, "simulated", "machine", decodes));
        if (seed % WITH_ANOTHER == WITH_ANOTHER - 1) {
            installations.add(new SimInstallation(this, "elsewhere", "the other machine", decodes));
        }
        runs(scenarios.of(size));
        this.concerned =
                runs.values().stream().flatMap(it -> it.hosts().stream()).distinct().toList();
    }

    private void runs(List<Scenario> scenarios) {
        Scenario first = dice.of(scenarios);
        planned(first, installations.getFirst());
        List<Scenario> rivals =
                scenarios.stream()
                        .filter(it -> it.locks().stream().anyMatch(first.locks()::contains))
                        .toList();
        if (size.rivals(dice)) {
            planned(dice.of(dice.perMille(700) ? rivals : scenarios), installations.getFirst());
        }
        if (installations.size() > 1) {
            planned(dice.of(rivals), installations.getLast());
        }
    }

    private void planned(Scenario scenario, SimInstallation home) {
        RunId run = newId();
        runs.put(run, scenario);
        homes.put(run, home);
    }

    private RunId newId() {
        return RunId.of(BEGIN, dice.between(0, 65_535), dice.between(0, Long.MAX_VALUE - 1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Dice dice() {
        return dice;
    }

    Faults faults() {
        return faults;
    }

    Agenda agenda() {
        return agenda;
    }

    Oracle oracle() {
        return oracle;
    }

    /// Whose journal has the run.
    SimInstallation home(RunId run) {
        return Optional.ofNullable(homes.get(run)).orElseThrow();
    }

    List<SimInstallation> installations() {
        return installations;
    }

    SimHost host(String name) {
        return Optional.ofNullable(hosts.get(name)).orElseThrow();
    }

    Scenario scenario(RunId run) {
        return Optional.ofNullable(runs.get(run)).orElseThrow();
    }

    Map<RunId, Scenario> runs() {
        return runs;
    }

    Instant wall() {
        return Instant.ofEpochMilli(BEGIN + agenda.now());
    }

    /// One line of what happened; the trace that a replay must repeat byte for byte.
    void log(String who, String what) {
        log(who, what, () -> what);
    }

    /// @param what goes into the trace
    /// @param shown what a reader of the log sees of it
    void log(String who, String what, Supplier<String> shown) {
        trace.update((agenda.now() + who + what).getBytes(StandardCharsets.UTF_8));
        if (logging) {
            log.add("%9d %s: %s".formatted(agenda.now(), who, shown.get()));
        }
    }

    List<String> log() {
        return log;
    }

    Optional<SimProcess> carrier(RunId run) {
        for (SimProcess process : processes.reversed()) {
            if (process.alive() && process.run().equals(run)) {
                return Optional.of(process);
            }
        }
        return Optional.empty();
    }

    void wake(int pid) {
        processes.get(pid - 1).wake();
    }

    private SimProcess process(Person person, RunId run) {
        SimProcess process = new SimProcess(this, processes.size() + 1, person, run);
        processes.add(process);
        home(run).add(process);
        return process;
    }

    void open(RunId run, Person by) {
        Scenario scenario = scenario(run);
        process(by, run)
                .begin(it ->
                        it.open(
                                run,
                                new RunOpening(
                                        scenario.plan(),
                                        secrets(scenario),
                                        Map.of("runbook/runbook.yaml", scenario.name()),
                                        Map.of(),
                                        by,
                                        Optional.empty(),
                                        "test",
                                        scenario.locks())));
    }

    void resume(RunId run, Person by) {
        Scenario scenario = scenario(run);
        process(by, run)
                .begin(it ->
                        it.resume(run, scenario.plan(), secrets(scenario), by, scenario.locks()));
    }

    void reconcile(RunId run, Person by) {
        Scenario scenario = scenario(run);
        process(by, run).begin(it -> it.reconcile(run, scenario.plan(), secrets(scenario), by));
    }

    /// From a process that does not answer.
    void takeOver(RunId run, Person by) {
        Scenario scenario = scenario(run);
        process(by, run)
                .begin(it ->
                        it.takeOver(
                                run,
                                scenario.plan(),
                                secrets(scenario),
                                by,
                                scenario.locks(),
                                scenario.secret() && dice.perMille(300)
                                        ? SECRET
                                        : "it does not answer"));
    }

    /// With a changed runbook.
    void amend(RunId run, Person by) {
        Scenario scenario = scenario(run);
        Scenario amended = scenario.amended().orElseThrow();
        process(by, run)
                .begin(it ->
                        it.amend(
                                run,
                                amended.plan(),
                                secrets(amended),
                                by,
                                amended.locks(),
                                scenario.amendment()));
    }

    /// The change is durable.
    void amended(RunId run) {
        runs.computeIfPresent(run, (id, scenario) -> scenario.amended().orElse(scenario));
    }

    void repay(RunId run, Person by) {
        Scenario scenario = scenario(run);
        process(by, run)
                .begin(it ->
                        it.repay(
                                run,
                                scenario.plan(),
                                secrets(scenario),
                                by,
                                Optional.empty(),
                                scenario.locks()));
    }

    /// A person sits at the process that has the run, and answers there.
    void saysHere(RunId run, GateId gate, Person by) {
        here.add(run + " " + gate + " " + by);
    }

    boolean saidHere(RunId run, GateId gate, Person by) {
        return here.contains(run + " " + gate + " " + by);
    }

    private static Map<String, Secret> secrets(Scenario scenario) {
        return scenario.plan().runbook().parameters().isEmpty()
                ? Map.of()
                : Map.of("word", new Secret(SECRET));
    }

    /// Until every run has ended and nothing more can happen to a host.
    Outcome live() {
        runs.keySet()
                .forEach(run -> {
                    Person by = People.ALL.get(dice.below(2));
                    agenda.after(
                            dice.between(0, 3_000),
                            () -> {
                                if (!oracle.opened(run) && carrier(run).isEmpty()) {
                                    open(run, by);
                                }
                            });
                });
        People people = new People(this, size.people(dice));
        people.begin();
        trouble();
        agenda.after(size.faultsEnd(dice), this::healed);
        while (!(faults.over() && settled())) {
            if (!agenda.next() || agenda.now() > THE_END || ++happened > MOST_EVENTS) {
                oracle.end();
                throw new Violation(
                        Invariant.ENDS,
                        "after %d s and %d happenings: %s"
                                .formatted(agenda.now() / 1000, happened, oracle.unfinished()));
            }
        }
        oracle.end();
        return new Outcome(oracle.events(), HexFormat.of().formatHex(trace.digest()));
    }

    /// @param events how many were recorded
    /// @param trace SHA-256 over all that happened
    record Outcome(long events, String trace) {}

    private boolean settled() {
        for (SimProcess process : processes) {
            if (process.alive()) {
                return false;
            }
        }
        return runs.keySet().stream().allMatch(run -> oracle.closed(run) && !oracle.unknown(run));
    }

    /// Hosts reboot, clocks jump, processes are killed.
    private void trouble() {
        agenda.after(
                dice.between(500, 6_000),
                () -> {
                    if (faults.over()) {
                        return;
                    }
                    if (faults.reboots()) {
                        host(dice.of(concerned)).reboot(faults.away());
                    }
                    if (faults.cuts()) {
                        host(dice.of(concerned)).cutOff(dice.between(5_000, 110_000));
                    }
                    if (faults.meddles()) {
                        SimHost host = host(dice.of(concerned));
                        host.shell().set("dns", "5");
                        host.files().put("/etc/there.conf", "somebody's\n");
                    }
                    installations.forEach(it -> it.trouble(faults));
                    if (!processes.isEmpty()) {
                        SimProcess process = dice.of(processes);
                        if (process.alive() && faults.crashes()) {
                            process.kill();
                        }
                    }
                    trouble();
                });
    }

    private void healed() {
        faults.end();
        log("world", "no more faults");
        List.copyOf(processes).forEach(SimProcess::wake);
    }
}
