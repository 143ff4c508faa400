package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Service;
import dev.blackstart.inventory.Threshold;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the services of an inventory say of each other: circles and their cuts, what stands inside
/// what it serves, the order to start in, and what the loss of each breaks.
public final class Chart {
    private final Inventory inventory;
    private final Needs needs;
    private final List<Deadlock> deadlocks;
    private final Map<String, List<Collected>> collected;

    public Chart(Inventory inventory) {
        this(inventory, Map.of());
    }

    /// @param collected thresholds that runs have found, by the names of findings
    public Chart(Inventory inventory, Map<String, List<Collected>> collected) {
        this.inventory = inventory;
        this.collected = Map.copyOf(collected);
        this.needs = Needs.of(inventory.services().values());
        this.deadlocks = needs.deadlocks().stream().map(this::deadlock).toList();
    }

    private Deadlock deadlock(List<String> services) {
        Needs within = needs.among(services);
        return Deadlock.of(
                services, within, new CheapestCuts(within, inventory.services()).found());
    }

    public Inventory inventory() {
        return inventory;
    }

    public List<Need> needs() {
        return needs.all();
    }

    public List<Deadlock> deadlocks() {
        return deadlocks;
    }

    /// Services that need each other, but only to run: they fall together and start together.
    public List<List<String>> together() {
        return needs.circles().stream()
                .filter(circle -> deadlocks.stream().noneMatch(it -> it.services().equals(circle)))
                .toList();
    }

    public List<Inside> insides() {
        return new Insides(inventory, needs).all();
    }

    public StartOrder order() {
        List<Need> gone =
                deadlocks.stream()
                        .flatMap(deadlock -> deadlock.cuts().stream())
                        .map(CutNeed::need)
                        .toList();
        return StartOrder.of(needs.without(gone));
    }

    /// What breaks when each service is lost whole, in the order of the inventory.
    public List<Hit> losses() {
        Dependants dependants = new Dependants(inventory.services().values());
        return inventory.services().values().stream()
                .map(service -> dependants.hit(service, List.of()))
                .toList();
    }

    /// Every threshold, the shortest first, and whether an outage of this length crosses it.
    public List<Rung> ladder(Duration outage) {
        return inventory.services().values().stream()
                .flatMap(service ->
                        service.thresholds().stream().map(it -> rung(service, it, outage)))
                .sorted(Comparator.comparing(Rung::after))
                .toList();
    }

    private Rung rung(Service service, Threshold threshold, Duration outage) {
        List<HostName> hosts = service.runsOn().in(inventory);
        Optional<Collected> shortest =
                threshold.collected().map(it -> collected.getOrDefault(it, List.of())).stream()
                        .flatMap(List::stream)
                        .filter(it -> hosts.contains(it.host()))
                        .min(Comparator.comparing(Collected::after));
        return Rung.of(service.name(), threshold, shortest, outage);
    }
}
