package dev.blackstart.run;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// A run without engine, transport or journal: directives become events at once, and every finding
/// is what the test says.
final class ScriptedRun {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");

    private final RunId id = RunId.of(1, 1, 1);
    private final Conductor conductor;
    private final Plan plan;
    private final Predicate<Prepared> succeeds;
    final List<Recorded> events = new ArrayList<>();
    final List<Directive.Act> sent = new ArrayList<>();
    final List<Directive.Observe> asked = new ArrayList<>();
    final List<Directive.Capture> captured = new ArrayList<>();
    RunState state = new RunState();

    /// @param succeeds whether a command that is sent succeeds
    ScriptedRun(String yaml, Predicate<Prepared> succeeds) {
        this.plan = new Plan(runbook(yaml), inventory(), Map.of(), Mode.LIVE);
        this.conductor = new Conductor(plan);
        this.succeeds = succeeds;
        add(
                new RunEvent.RunOpened(
                        id,
                        "test",
                        "A test",
                        Mode.LIVE,
                        new Person("anna"),
                        Map.of(),
                        Map.of(),
                        "test",
                        Optional.empty()));
    }

    private static Runbook runbook(String yaml) {
        return switch (RunbookReader.read("test", Map.of("runbook.yaml", yaml))) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static Inventory inventory() {
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
                            Map.of()));
        }
        List<HostName> all = List.copyOf(hosts.keySet());
        return new Inventory(hosts, Map.of("nodes", new Group("nodes", all, false)), Map.of());
    }

    void add(RunEvent event) {
        long sequence = events.size() + 1L;
        Recorded recorded = new Recorded(id, sequence, START.plusSeconds(sequence), "", event);
        events.add(recorded);
        state.apply(recorded);
    }

    /// As after a restart: what was written is read again.
    ScriptedRun restarted() {
        state = RunState.fold(events);
        add(new RunEvent.RunResumed(new Person("ben")));
        return this;
    }

    /// Goes on until a person is waited for, the run is closed, or nothing is left to do.
    ///
    /// @return the directives that were left over
    List<Directive> goOn() {
        for (int turn = 0; turn < 200; turn++) {
            List<Directive> directives = conductor.next(state, START.plusSeconds(events.size()));
            if (directives.stream().noneMatch(this::carryOut)) {
                return directives;
            }
        }
        throw new AssertionError("no end after 200 turns");
    }

    private boolean carryOut(Directive directive) {
        switch (directive) {
            case Directive.Record record -> record.events().forEach(this::add);
            case Directive.Observe look -> observe(look);
            case Directive.Act act -> act(act);
            case Directive.Inspect look -> {
                return false;
            }
            case Directive.CheckNeeds it -> throw new AssertionError(it);
            case Directive.ReadReceipt it -> throw new AssertionError(it);
            case Directive.CheckArtifact it -> throw new AssertionError(it);
            case Directive.Capture it -> {
                captured.add(it);
                add(
                        new RunEvent.Captured(
                                it.step(), it.host(), it.when(), Optional.of("" + it.when()), ""));
            }
            case Directive.Disarm it -> throw new AssertionError(it);
            case Directive.LookAtWork it -> throw new AssertionError(it);
            case Directive.StopWork it -> throw new AssertionError(it);
            case Directive.LookForReturn it -> throw new AssertionError(it);
            case Directive.LookAtFile it -> throw new AssertionError(it);
            case Directive.FetchArtifact it -> throw new AssertionError(it);
            case Directive.WaitUntil it -> {
                return false;
            }
            case Directive.AwaitPerson it -> {
                return false;
            }
        }
        return true;
    }

    private void observe(Directive.Observe look) {
        asked.add(look);
        add(new RunEvent.ObservationStarted(look.step(), look.host()));
        Step.Check check = (Step.Check) plan.runbook().step(look.step()).orElseThrow();
        Map<dev.blackstart.runbook.FindingName, Reading> findings = new LinkedHashMap<>();
        check.findings()
                .keySet()
                .forEach(name -> findings.put(name, new Reading.Taken(new Value.Bool(true))));
        add(new RunEvent.Observed(look.step(), look.host(), seen(findings)));
    }

    static Observation seen(Map<dev.blackstart.runbook.FindingName, Reading> findings) {
        return new Observation.Seen(
                OptionalInt.of(0),
                Optional.empty(),
                false,
                Duration.ofMillis(1),
                Kept.NOTHING,
                Kept.NOTHING,
                findings,
                Optional.of("boot-1"));
    }

    private void act(Directive.Act act) {
        sent.add(act);
        add(
                new RunEvent.Dispatched(
                        act.action(), act.purpose(), "nonce", act.digest(), act.gate()));
        Outcome outcome =
                succeeds.test(act.prepared())
                        ? new Outcome.Succeeded(Duration.ofMillis(1))
                        : new Outcome.Failed("exit 3", Duration.ofMillis(1));
        add(new RunEvent.Ended(act.action(), act.purpose(), outcome, Kept.NOTHING, Kept.NOTHING));
    }

    Gate gate() {
        return state.gates().open().orElseThrow(() -> new AssertionError("no gate is open"));
    }

    /// Answers the open gate, by its rules.
    ScriptedRun answer(String choice, String typed) {
        Gate gate = gate();
        Person anna = new Person("anna");
        Optional<String> refusal =
                GateRules.refusal(
                        state,
                        gate.id(),
                        gate.digest(),
                        choice,
                        typed,
                        "",
                        anna,
                        START.plusSeconds(events.size()));
        if (refusal.isPresent()) {
            throw new AssertionError(refusal.get());
        }
        add(new RunEvent.GateAnswered(gate.id(), gate.digest(), choice, typed, "", anna));
        return this;
    }
}
