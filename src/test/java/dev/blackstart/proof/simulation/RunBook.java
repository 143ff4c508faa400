package dev.blackstart.proof.simulation;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Entry;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of one run from its events alone.
final class RunBook {
    private final RunId run;
    private final GateLedger gates = new GateLedger();
    private final ClockLedger clocks = new ClockLedger();
    private final List<Recorded> events = new ArrayList<>();
    private final List<Recorded> acknowledged = new ArrayList<>();
    private List<Recorded> found = List.of();
    private final Map<HostName, Long> looked = new HashMap<>();
    private final Map<StepId, List<HostName>> waves = new HashMap<>();
    private final Map<StepId, Integer> failures = new HashMap<>();
    private final Map<Integer, Integer> turns = new HashMap<>();
    private final Set<HostName> left = new HashSet<>();
    private final Map<HostName, String> boots = new HashMap<>();
    private int owner;
    private boolean closed;
    private boolean keeps;
    private boolean findsOut;

    RunBook(RunId run) {
        this.run = run;
    }

    GateLedger gates() {
        return gates;
    }

    List<Recorded> events() {
        return events;
    }

    List<Recorded> acknowledged() {
        return acknowledged;
    }

    boolean closed() {
        return closed;
    }

    /// It may act: a closed run that is taken up to find out what is unknown only reads.
    boolean acts() {
        return !closed && !findsOut;
    }

    int owner() {
        return owner;
    }

    void claimedBy(int pid) {
        owner = pid;
        turns.putIfAbsent(pid, turns.size() + 1);
    }

    /// The how many-th owner a process was.
    int turn(int pid) {
        return turns.getOrDefault(pid, 0);
    }

    /// @param pid of the process that wrote it
    /// @param now what the clocks of the machine show
    void add(int pid, Recorded recorded, ClockReading now) {
        if (recorded.sequence() != events.size() + 1) {
            throw new Violation(
                    Invariant.CHAIN,
                    "event %d of %s follows after %d"
                            .formatted(recorded.sequence(), run, events.size()));
        }
        boolean opens =
                recorded.event() instanceof RunEvent.Reopened
                        || recorded.event() instanceof RunEvent.ReconcileBegun;
        boolean clock = recorded.event() instanceof RunEvent.ClockJumped;
        if (closed && !opens && !clock) {
            throw new Violation(Invariant.ONE_OWNER, recorded.event() + " after the end");
        }
        if (opens || recorded.event() instanceof RunEvent.OfTakingUp) {
            findsOut = closed && recorded.event() instanceof RunEvent.ReconcileBegun;
        }
        events.add(recorded);
        gates.moved(clocks.add(pid, recorded, now), now);
        gates.add(recorded, now);
        if (recorded.event() instanceof RunEvent.GateAnswered answer) {
            gates.page(answer.gate()).ifPresent(page -> failures.remove(page.gate().step()));
        }
        if (recorded.event() instanceof RunEvent.HostExcluded excluded) {
            left.add(excluded.host());
        }
        if (recorded.event() instanceof RunEvent.Observed seen
                && seen.step().value().endsWith("look")) {
            looked.put(seen.host(), recorded.sequence());
        }
        if (recorded.event() instanceof RunEvent.WaveBegun wave) {
            waves.put(wave.step(), wave.hosts());
        }
        boot(recorded.event());
        closed = recorded.event() instanceof RunEvent.Closed || closed && clock;
        if (recorded.event() instanceof RunEvent.Closed end) {
            keeps = !end.unknown().isEmpty();
        }
    }

    /// Was it closed with hosts that stay locked?
    boolean keeps() {
        return closed && keeps;
    }

    private void boot(RunEvent event) {
        switch (event) {
            case RunEvent.Observed it when it.observation() instanceof Observation.Seen seen ->
                    seen.bootId().ifPresent(boot -> boots.put(it.host(), boot));
            case RunEvent.Sent it ->
                    it.bootId().ifPresent(boot -> boots.put(it.action().host(), boot));
            case RunEvent.Sighted it ->
                    it.bootId().ifPresent(boot -> boots.put(it.action().host(), boot));
            default -> {}
        }
    }

    /// The boot a host was last seen with.
    Optional<String> boot(HostName host) {
        return Optional.ofNullable(boots.get(host));
    }

    /// What was durable before, and was found when the file was read, is acknowledged with it.
    void acknowledged(List<Recorded> recorded) {
        int upTo = (int) recorded.getLast().sequence();
        while (acknowledged.size() < upTo) {
            acknowledged.add(events.get(acknowledged.size()));
        }
    }

    /// Does a later read have all that was acknowledged? What was found the same stays the same as
    /// long as it is the same object.
    @SuppressWarnings("ReferenceEquality") // equal is asked for where it is another object
    boolean readAgain(List<Recorded> read) {
        if (read.size() < acknowledged.size()) {
            return false;
        }
        for (int i = 0; i < acknowledged.size(); i++) {
            boolean known = i < found.size() && found.get(i) == read.get(i);
            if (!known && !acknowledged.get(i).equals(read.get(i))) {
                return false;
            }
        }
        found = read.subList(0, acknowledged.size());
        return true;
    }

    /// Is every acknowledged event among the stored lines, in its place?
    boolean storedIn(List<Entry> lines) {
        for (int i = 0; i < acknowledged.size(); i++) {
            if (i >= lines.size() || !lines.get(i).hash().equals(acknowledged.get(i).hash())) {
                return false;
            }
        }
        return true;
    }

    /// What is unknown counts when it is known; what was left out counts no more.
    void came(ActionKey action, Purpose purpose, Outcome outcome) {
        boolean failed =
                !(outcome instanceof Outcome.Succeeded) && !(outcome instanceof Outcome.Unknown);
        if (failed && purpose == Purpose.ACT && !left.contains(action.host())) {
            failures.merge(action.step(), 1, Integer::sum);
        }
    }

    /// What licenses an action is looked at once more after the yes.
    void fresh(RunEvent.Dispatched event) {
        long yes = gates.page(event.gate()).map(GateLedger.Page::answered).orElse(0L);
        boolean fresh = looked.getOrDefault(event.action().host(), 0L) > yes;
        if (event.purpose() == Purpose.ACT && !fresh) {
            throw new Violation(
                    Invariant.APPROVED, event.action() + " is sent on evidence of before the yes");
        }
    }

    /// Never more at once than a wave, and nothing after too many failures.
    void bounds(Scenario scenario, List<Sending> sendings, RunEvent.Dispatched event) {
        Spread spread = scenario.acting(event.action().step()).execution().spread();
        if (event.purpose() != Purpose.ACT || !spread.inWaves()) {
            return;
        }
        List<HostName> wave = waves.getOrDefault(event.action().step(), List.of());
        if (!wave.contains(event.action().host())) {
            throw new Violation(
                    Invariant.BOUNDED, event.action() + " is sent, and no wave has its host");
        }
        long before =
                sendings.stream()
                        .filter(it -> it.event().purpose() == Purpose.ACT)
                        .filter(it -> it.event().action().step().equals(event.action().step()))
                        .filter(it -> it.outcome().isEmpty())
                        .filter(it -> !wave.contains(it.event().action().host()))
                        .filter(it -> !left.contains(it.event().action().host()))
                        .count();
        if (before > 0) {
            throw new Violation(
                    Invariant.BOUNDED,
                    event.action() + " is sent while the batch before it is not over");
        }
        if (failures.getOrDefault(event.action().step(), 0)
                >= spread.stopAfterFailures().orElse(1)) {
            throw new Violation(
                    Invariant.BOUNDED, event.action() + " is sent after too many failures");
        }
    }
}
