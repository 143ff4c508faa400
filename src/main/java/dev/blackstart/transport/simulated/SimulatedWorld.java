package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Simulation;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// An open simulated world: hosts that live in this process and in nothing else. Its time runs with
/// a clock until it is put forward by [#pass].
public final class SimulatedWorld implements AutoCloseable {
    /// Addresses of the block that is reserved for examples, 192.0.2.1 and up.
    private static final int MOST_HOSTS = 250;

    private final WorldClock clock;
    private final Timeline timeline;
    private final Inventory inventory;
    private final Faults faults;
    private final Map<HostName, SimulatedHost> hosts = new LinkedHashMap<>();
    private final Set<String> gaps = new ConcurrentSkipListSet<>();

    private SimulatedWorld(WorldClock clock, Inventory inventory, Faults faults) {
        this.clock = clock;
        this.timeline = new Timeline(clock);
        this.inventory = inventory;
        this.faults = faults;
    }

    /// @param clock how fast time passes by itself
    /// @throws SimulationException when the drill's faults strike what is not there
    public static SimulatedWorld open(Drill drill, Clock clock) throws SimulationException {
        Simulation simulation = drill.simulation();
        if (simulation.hosts().size() > MOST_HOSTS) {
            throw new SimulationException(
                    "A simulated world has 1 to %d hosts, this drill asks for %d."
                            .formatted(MOST_HOSTS, simulation.hosts().size()));
        }
        Map<String, List<String>> struck = new LinkedHashMap<>(drill.hosts());
        simulation.hosts().keySet().forEach(host -> struck.put(host, List.of(host)));
        Faults faults = Faults.of(drill.inject(), struck);
        SimulatedWorld world =
                new SimulatedWorld(new WorldClock(clock), inventory(simulation, drill), faults);
        world.populate(simulation);
        return world;
    }

    private void populate(Simulation simulation) {
        Replies replies = new Replies(simulation.replies(), inventory);
        simulation.hosts().forEach((name, stated) -> add(new HostName(name), stated, replies));
        faults.reboots()
                .forEach(strike ->
                        timeline.after(
                                strike.at(),
                                () ->
                                        host(strike.host())
                                                .ifPresent(it -> it.reboot(timeline.now()))));
        timeline.start();
    }

    private void add(HostName name, Simulation.Stated stated, Replies replies) {
        inventory
                .host(name)
                .ifPresent(host ->
                        hosts.put(
                                name,
                                new SimulatedHost(host, stated.state(), replies, timeline.now())));
    }

    private static Inventory inventory(Simulation simulation, Drill drill) {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (String name : simulation.hosts().keySet()) {
            HostName host = new HostName(name);
            hosts.put(
                    host,
                    new Host(
                            host,
                            new Address("192.0.2." + (hosts.size() + 1), true),
                            22,
                            "ops",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Reach.SSH,
                            Map.of("drill", "allowed")));
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        drill.hosts()
                .forEach((name, members) ->
                        groups.put(
                                name,
                                new Group(
                                        name,
                                        members.stream().map(HostName::new).toList(),
                                        false)));
        return new Inventory(hosts, groups, Map.of());
    }

    public Inventory inventory() {
        return inventory;
    }

    /// The world's own time.
    public Clock clock() {
        return clock;
    }

    public Transport transport(OutputStore outputs) {
        return new SimulatedTransport(this, outputs);
    }

    /// Something is told or done at a time, counted from the opening, on the world's thread.
    public void at(Duration moment, Runnable what) {
        timeline.after(moment.minus(timeline.elapsed()), what);
    }

    /// Nobody needs the time until something happens: puts it forward.
    ///
    /// @param most by how much
    /// @return how long to really wait for what happens now
    public Duration pass(Duration most) {
        return timeline.skip(most) ? Duration.ofMillis(20) : Duration.ZERO;
    }

    /// Commands that no reply of the drill file fits, one sentence each.
    public List<String> gaps() {
        return List.copyOf(new ArrayList<>(gaps));
    }

    void gap(String sentence) {
        gaps.add(sentence);
    }

    Timeline timeline() {
        return timeline;
    }

    Optional<SimulatedHost> host(HostName name) {
        return Optional.ofNullable(hosts.get(name));
    }

    boolean strikes(SimulatedFault fault, HostName host) {
        return faults.strikes(fault, host, timeline.elapsed());
    }

    boolean spend(SimulatedFault fault, HostName host) {
        return faults.spend(fault, host, timeline.elapsed());
    }

    /// Makes true what a command changed.
    void apply(HostName host, Answer answer) {
        for (Simulation.Change change : answer.changes()) {
            HostName where = change.host().map(HostName::new).orElse(host);
            host(where).ifPresent(it -> it.change(change, timeline.now()));
        }
    }

    @Override
    public void close() {
        timeline.close();
    }
}
