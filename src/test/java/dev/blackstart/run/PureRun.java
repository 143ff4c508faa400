package dev.blackstart.run;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Carries the conductor's directives out in a made world, one event after the other. What was sent
/// ends only when the conductor has nothing else to do, the oldest sending first.
final class PureRun {
    private static final RunId ID = RunId.of(1_700_000_000_000L, 1, 1);
    static final Person ANNA = new Person("anna");
    private static final int MOST_TURNS = 5_000;

    private final Plan plan;
    private final MadeWorld world;
    private final Conductor conductor;
    private final Deque<RunEvent> underWay = new ArrayDeque<>();
    final List<Recorded> events = new ArrayList<>();
    RunState state = new RunState();
    Instant now = Instant.parse("2026-01-01T03:00:00Z");

    PureRun(Plan plan, MadeWorld world) {
        this.plan = plan;
        this.world = world;
        this.conductor = new Conductor(plan);
        record(
                new RunEvent.RunOpened(
                        ID,
                        plan.runbook().name().value(),
                        "",
                        plan.mode(),
                        ANNA,
                        Map.of(),
                        Map.of(),
                        "test",
                        Optional.empty()));
    }

    static Plan plan(Runbook runbook, int hosts, boolean majority) {
        Map<HostName, Host> all = new LinkedHashMap<>();
        for (int i = 1; i <= hosts; i++) {
            HostName name = new HostName("n" + i);
            all.put(
                    name,
                    new Host(
                            name,
                            new Address("127.0.0.1", true),
                            22,
                            "root",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Reach.SSH,
                            Map.of()));
        }
        Group nodes = new Group("nodes", List.copyOf(all.keySet()), majority);
        return new Plan(
                runbook, new Inventory(all, Map.of("nodes", nodes), Map.of()), Map.of(), Mode.LIVE);
    }

    static Runbook runbook(String yaml) {
        return switch (RunbookReader.read("test", Map.of("runbook.yaml", yaml))) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError("the runbook was refused: " + refused.problems());
        };
    }

    /// Until the run is closed, or waits for a person who does not answer.
    PureRun go() {
        return until(Integer.MAX_VALUE);
    }

    /// The same, but not beyond so many events; more than one directive may be carried out at once.
    PureRun until(int most) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<Directive> directives = conductor.next(state, now);
            if (state.closed().isPresent() || events.size() >= most) {
                return this;
            }
            int before = events.size();
            directives.forEach(this::carryOut);
            if (events.size() == before && !goOn(directives)) {
                return this;
            }
        }
        throw new AssertionError("no end after " + MOST_TURNS + " turns");
    }

    /// The process ended here, whatever was under way, and another one goes on.
    PureRun restart() {
        underWay.clear();
        state = RunState.fold(events);
        record(new RunEvent.RunResumed(ANNA));
        return this;
    }

    /// Whether anything happened: a person answered, a sending ended, or time went by.
    private boolean goOn(List<Directive> directives) {
        Optional<Gate> gate = state.gates().open();
        if (gate.isPresent()) {
            Optional<String> choice = world.answer(gate.get());
            choice.ifPresent(key -> record(answered(gate.get(), key.split(" ", 2))));
            return choice.isPresent();
        }
        if (!underWay.isEmpty()) {
            record(underWay.poll());
            return true;
        }
        Optional<Instant> until =
                directives.stream()
                        .filter(Directive.WaitUntil.class::isInstance)
                        .map(directive -> ((Directive.WaitUntil) directive).moment())
                        .min(Instant::compareTo);
        until.ifPresent(moment -> {
            world.passes(Duration.between(now, moment));
            now = moment;
        });
        return until.isPresent();
    }

    /// @param words the key, and what is said besides
    private static RunEvent answered(Gate gate, String[] words) {
        String typed = words.length > 1 ? words[1] : "";
        return new RunEvent.GateAnswered(gate.id(), gate.digest(), words[0], typed, "", ANNA);
    }

    private void carryOut(Directive directive) {
        switch (directive) {
            case Directive.Record it -> it.events().forEach(this::record);
            case Directive.Observe it -> {
                record(new RunEvent.ObservationStarted(it.step(), it.host()));
                record(new RunEvent.Observed(it.step(), it.host(), seen(it)));
            }
            case Directive.Act it -> {
                record(
                        new RunEvent.Dispatched(
                                it.action(), it.purpose(), "nonce", it.digest(), it.gate()));
                record(new RunEvent.Sent(it.action(), it.purpose(), Optional.empty()));
                underWay.add(
                        new RunEvent.Ended(
                                it.action(),
                                it.purpose(),
                                world.act(it.action(), it.purpose()),
                                Kept.NOTHING,
                                Kept.NOTHING));
            }
            case Directive.ReadReceipt it -> record(world.receipt(it.action(), it.purpose()));
            case Directive.WaitUntil it -> {}
            case Directive.AwaitPerson it -> {}
            case Directive.CheckNeeds it -> throw new AssertionError(it);
            case Directive.Capture it -> throw new AssertionError(it);
            case Directive.Disarm it -> throw new AssertionError(it);
            case Directive.CheckArtifact it -> throw new AssertionError(it);
            case Directive.LookAtWork it -> throw new AssertionError(it);
            case Directive.StopWork it -> throw new AssertionError(it);
            case Directive.LookForReturn it -> throw new AssertionError(it);
            case Directive.LookAtFile it -> throw new AssertionError(it);
            case Directive.FetchArtifact it -> throw new AssertionError(it);
            case Directive.Inspect it -> throw new AssertionError(it);
        }
    }

    private Observation seen(Directive.Observe directive) {
        Step.Check check = (Step.Check) plan.runbook().step(directive.step()).orElseThrow();
        Map<FindingName, Reading> findings = new LinkedHashMap<>();
        for (FindingName finding : check.findings().keySet()) {
            Optional<Boolean> said = world.finding(finding, directive.host());
            if (said.isEmpty()) {
                return new Observation.NoAnswer("no route");
            }
            findings.put(finding, new Reading.Taken(new Value.Bool(said.get())));
        }
        return new Observation.Seen(
                OptionalInt.of(0),
                Optional.empty(),
                false,
                Duration.ofMillis(1),
                Kept.NOTHING,
                Kept.NOTHING,
                findings,
                Optional.of("boot"));
    }

    void record(RunEvent event) {
        now = now.plusMillis(1);
        Recorded recorded = new Recorded(ID, events.size() + 1L, now, "", event);
        events.add(recorded);
        state.apply(recorded);
    }

    <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
