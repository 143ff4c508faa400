package dev.blackstart.topology;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What goes away with some hosts, by the inventory's groups and services. Cycles in the map are
/// fine: each service is named once.
public final class BlastRadius {
    private final Inventory inventory;
    private final Set<HostName> lost;

    /// @param lost the hosts that go away, all at once
    public BlastRadius(Inventory inventory, Collection<HostName> lost) {
        this.inventory = inventory;
        this.lost = Set.copyOf(lost);
    }

    /// The groups with a majority to keep that lose members, in the order of the inventory.
    public List<Remaining> majorities(Function<HostName, Life> life) {
        List<Remaining> remaining = new ArrayList<>();
        for (Group group : inventory.groups().values()) {
            if (group.majority() && group.members().stream().anyMatch(lost::contains)) {
                remaining.add(remaining(group, life));
            }
        }
        return remaining;
    }

    private Remaining remaining(Group group, Function<HostName, Life> life) {
        List<HostName> gone = new ArrayList<>();
        List<HostName> alive = new ArrayList<>();
        List<HostName> unsure = new ArrayList<>();
        for (HostName member : group.members()) {
            if (lost.contains(member)) {
                gone.add(member);
            } else {
                (life.apply(member) == Life.ANSWERS ? alive : unsure).add(member);
            }
        }
        return new Remaining(group.name(), gone, alive, unsure, group.members().size() / 2 + 1);
    }

    /// The services that run on hosts that go away, in the order of the inventory.
    public List<Hit> services() {
        Dependants dependants = new Dependants(inventory.services().values());
        List<Hit> hits = new ArrayList<>();
        for (Service service : inventory.services().values()) {
            List<HostName> hosts = service.runsOn().in(inventory);
            if (hosts.stream().anyMatch(lost::contains)) {
                List<HostName> left = hosts.stream().filter(host -> !lost.contains(host)).toList();
                hits.add(dependants.hit(service, left));
            }
        }
        return hits;
    }
}
