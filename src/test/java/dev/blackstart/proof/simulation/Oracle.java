package dev.blackstart.proof.simulation;

import dev.blackstart.engine.Next;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.StepId;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Watches a world from outside and knows what is true. It shares no code with what it judges.
final class Oracle {
    private final World world;
    private final Map<RunId, RunBook> books = new LinkedHashMap<>();
    private final Map<String, Sending> sendings = new LinkedHashMap<>();
    private final Map<RunId, List<Sending>> byRun = new HashMap<>();
    private long sent;
    private final Map<RunId, Ledgers> ledgers = new LinkedHashMap<>();
    private final Map<String, Integer> reached = new HashMap<>();
    private final Map<RunId, Integer> inspected = new HashMap<>();
    private final WayOut wayOut;
    private final Tenants tenants;
    private long events;

    Oracle(World world) {
        this.world = world;
        this.wayOut = new WayOut(world);
        this.tenants = new Tenants(world);
    }

    private RunBook book(RunId run) {
        return books.computeIfAbsent(run, RunBook::new);
    }

    long events() {
        return events;
    }

    boolean closed(RunId run) {
        return book(run).closed();
    }

    boolean opened(RunId run) {
        return !book(run).events().isEmpty();
    }

    Optional<Gate> openGate(RunId run) {
        return book(run).gates().open();
    }

    /// The newest sending of a step to a host.
    Optional<Sending> newest(RunId run, String step, HostName host) {
        return sendings(run).stream()
                .filter(it -> it.event().action().step().value().equals(step))
                .filter(it -> it.event().action().host().equals(host))
                .max((one, other) -> Long.compare(one.number(), other.number()));
    }

    Optional<Gate> gate(RunId run, GateId gate) {
        return book(run).gates().page(gate).map(GateLedger.Page::gate);
    }

    Optional<Person> holder(RunId run) {
        return ledgers(run).wheel().holder();
    }

    Optional<RunEvent.WheelOffered> offer(RunId run) {
        return ledgers(run).wheel().offer();
    }

    boolean owes(RunId run) {
        return ledgers(run).owes();
    }

    private Ledgers ledgers(RunId run) {
        return ledgers.computeIfAbsent(run, it -> new Ledgers(world, it));
    }

    /// The newest sending of a step to each host.
    Collection<Sending> newest(RunId run, StepId step) {
        Map<HostName, Sending> newest = new LinkedHashMap<>();
        sendings(run).stream()
                .filter(it -> it.event().purpose() == Purpose.ACT)
                .filter(it -> it.event().action().step().equals(step))
                .forEach(it -> newest.put(it.event().action().host(), it));
        return newest.values();
    }

    boolean unknown(RunId run, StepId step) {
        return sendings(run).stream()
                .filter(it -> it.event().action().step().equals(step))
                .anyMatch(it -> it.outcome().isEmpty());
    }

    /// Has another installation acted on the host, too?
    boolean elsewhere(String host, Sending sending) {
        return sendings.values().stream()
                .filter(it -> it.event().action().host().value().equals(host))
                .filter(it -> world.home(it.run()) != world.home(sending.run()))
                .anyMatch(it -> world.host(host).carried(it.event().nonce()).isPresent());
    }

    /// May something be at work on a host?
    boolean atWork(String host) {
        return sendings.values().stream()
                .filter(it -> it.event().action().host().value().equals(host))
                .anyMatch(it -> it.outcome().isEmpty());
    }

    /// A look that only this owner of a run sends has reached a host: from now on nothing that an
    /// earlier owner sent may start there.
    void reached(String host, RunId run, int pid) {
        int turn = book(run).turn(pid);
        reached.merge(host + run, turn, Math::max);
    }

    /// A command of a person's own leaves for its host.
    void inspects(RunId run) {
        if (inspected.merge(run, 1, Integer::sum) > ledgers(run).turns().inspections()) {
            throw new Violation(
                    Invariant.INTENT_BEFORE_SEND, "a person's command is in no journal");
        }
    }

    /// Is there a sending of it of which nobody knows how it ended?
    boolean unknown(RunId run) {
        for (Sending sending : sendings(run)) {
            if (sending.outcome().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// A closed run that keeps hosts others may wait for.
    boolean keeps(RunId run) {
        return books.containsKey(run) && books.get(run).keeps();
    }

    String unfinished() {
        StringBuilder text = new StringBuilder();
        books.forEach((run, book) -> {
            if (!book.closed() || unknown(run)) {
                text.append(run)
                        .append(" gate ")
                        .append(book.gates().open().map(Gate::headline))
                        .append(", carried by ")
                        .append(world.carrier(run).map(SimProcess::name))
                        .append("; ");
            }
        });
        return text.toString();
    }

    void claimed(SimProcess process, RunId run) {
        book(run).claimedBy(process.pid());
        world.log(process.name(), "owns " + run);
    }

    /// The events are on disk, whether the process will know it or not.
    void durable(SimProcess process, RunId run, List<Recorded> recorded) {
        RunBook book = book(run);
        if (book.owner() != process.pid()) {
            throw new Violation(
                    Invariant.ONE_OWNER,
                    "%s wrote %s, which process %d owns"
                            .formatted(process.name(), recorded.getLast().event(), book.owner()));
        }
        for (Recorded one : recorded) {
            events++;
            book.add(process.pid(), one, world.home(run).machine().read());
            world.log(run.value().substring(20), one.hash(), () -> shown(one));
            fact(process, run, book, one);
            ledgers(run).saw(one);
            tenants.saw(run, one);
        }
    }

    private static String shown(Recorded recorded) {
        return recorded.sequence()
                + " "
                + (recorded.event() instanceof RunEvent.GateOpened it
                        ? "GateOpened %s %s %s: %s"
                                .formatted(
                                        it.gate().id(),
                                        it.gate().kind(),
                                        it.gate().step(),
                                        it.gate().headline())
                        : recorded.event().toString());
    }

    private void fact(SimProcess process, RunId run, RunBook book, Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.Dispatched it -> dispatched(process, run, book, it);
            case RunEvent.Sent it -> sending(run, it.action(), it.purpose()).sent();
            case RunEvent.Ended it -> {
                Sending sending = sending(run, it.action(), it.purpose());
                sending.ended(it.outcome());
                Truths.check(world, sending, it.outcome());
                book.came(it.action(), it.purpose(), it.outcome());
            }
            case RunEvent.Resolved it -> {
                Sending sending = sending(run, it.action(), it.purpose());
                sending.resolved(it.outcome(), it.by(), reboots(run, it.action()));
                book.came(it.action(), it.purpose(), it.outcome());
                Truths.check(world, sending, it);
            }
            case RunEvent.IntentVoid it -> voided(run, it);
            case RunEvent.OfTakingUp it -> open(run).forEach(Sending::lostSight);
            case RunEvent.Closed it -> Truths.check(sendings(run), it);
            default -> {}
        }
    }

    /// What was sent under it would have no intent.
    private void voided(RunId run, RunEvent.IntentVoid event) {
        Sending sending = sending(run, event.action(), event.purpose());
        if (!sending.inFlight() || !sending.event().nonce().equals(event.nonce())) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME, event.action() + " is void, and it is over or sent");
        }
        sendings.remove(event.nonce());
        sendings(run).remove(sending);
    }

    private boolean reboots(RunId run, ActionKey action) {
        return world.scenario(run).acting(action.step()).execution().expects().stream()
                .anyMatch(Expects::reboot);
    }

    private List<Sending> open(RunId run) {
        return sendings(run).stream().filter(Sending::inFlight).toList();
    }

    private List<Sending> sendings(RunId run) {
        return byRun.getOrDefault(run, List.of());
    }

    private Sending sending(RunId run, ActionKey action, Purpose purpose) {
        return sendings(run).stream()
                .filter(it -> it.event().action().equals(action))
                .filter(it -> it.event().purpose() == purpose)
                .max((one, other) -> Long.compare(one.number(), other.number()))
                .orElseThrow(() ->
                        new Violation(
                                Invariant.HONEST_OUTCOME, action + " ended and was never sent"));
    }

    private void dispatched(
            SimProcess process, RunId run, RunBook book, RunEvent.Dispatched event) {
        Sending sending =
                new Sending(run, event, process.pid(), sent++, book.boot(event.action().host()));
        for (Sending other : sendings.values()) {
            if (other.sameDecision(sending)) {
                throw new Violation(
                        Invariant.AT_MOST_ONCE,
                        "%s is sent twice for gate %s".formatted(event.action(), event.gate()));
            }
            if (other.repeatedBy(sending)) {
                throw new Violation(
                        Invariant.AT_MOST_ONCE,
                        "%s is sent while %s is not known to have ended"
                                .formatted(event.action(), other.event().action()));
            }
        }
        alone(run, sending);
        Approvals.check(world.scenario(run), book.gates(), event);
        book.fresh(event);
        book.bounds(world.scenario(run), sendings(run), event);
        sendings.put(event.nonce(), sending);
        byRun.computeIfAbsent(run, key -> new ArrayList<>()).add(sending);
    }

    /// No other run has acted on what this one needs and is still open.
    private void alone(RunId run, Sending sending) {
        for (Sending other : sendings.values()) {
            boolean open =
                    !other.run().equals(run)
                            && world.home(other.run()) == world.home(run)
                            && (book(other.run()).acts() || other.unknownOn(sending));
            boolean shared =
                    world.scenario(other.run()).locks().stream()
                            .anyMatch(world.scenario(run).locks()::contains);
            if (open && shared) {
                throw new Violation(
                        Invariant.ONE_RUN_PER_HOST,
                        "%s of %s while %s of %s is open"
                                .formatted(
                                        sending.event().action(),
                                        run,
                                        other.event().action(),
                                        other.run()));
            }
        }
    }

    /// The process was told that they are durable.
    void acknowledged(RunId run, List<Recorded> recorded) {
        book(run).acknowledged(recorded);
    }

    void read(RunId run, List<Recorded> read) {
        LastReading.again(book(run), read);
    }

    /// A sending leaves its process for the host.
    void handedOver(String host, String nonce) {
        if (!sendings.containsKey(nonce)) {
            throw new Violation(
                    Invariant.INTENT_BEFORE_SEND, "a sending to " + host + " is in no journal");
        }
    }

    /// A sending takes effect on a host.
    ///
    /// @param first it is the first time
    void effect(String host, Unwrapped.Act act, boolean first) {
        handedOver(host, act.nonce());
        Sending sending = Optional.ofNullable(sendings.get(act.nonce())).orElseThrow();
        world.log(host, "carries out " + sending.event().action());
        if (!first) {
            throw new Violation(
                    Invariant.AT_MOST_ONCE, sending.event().action() + " took effect twice");
        }
        if (sending.saidNeverStarted()) {
            throw new Violation(
                    Invariant.HONEST_OUTCOME,
                    sending.event().action() + " took effect and was said to be never started");
        }
        if (sending.outlived(world.host(host).boot())) {
            throw new Violation(
                    Invariant.APPROVED,
                    sending.event().action() + " took effect on a host that was rebooted since");
        }
        tenants.enters(host, sending, act);
        sendings.values().forEach(it -> it.overtakenBy(sending));
        int turn = book(sending.run()).turn(sending.pid());
        if (!sending.event().bare() && reached.getOrDefault(host + sending.run(), 0) > turn) {
            throw new Violation(
                    Invariant.ONE_OWNER,
                    sending.event().action() + " took effect after a later owner had been there");
        }
        if (!sending.event().bare()) {
            reached(host, sending.run(), sending.pid());
        }
        if (sending.overtaken() && !sending.event().bare()) {
            throw new Violation(
                    Invariant.ONE_OWNER,
                    sending.event().action() + " took effect after its successor was sent there");
        }
    }

    Tenants tenants() {
        return tenants;
    }

    void waits(SimProcess process, Next.Wait wait) {
        if (wait.person() && world.dice().perMille(20)) {
            wayOut.check(process.run(), openGate(process.run()));
        }
    }

    /// All is over: what is on disk must still be whole.
    void end() {
        new LastReading(world, books).check();
    }
}
