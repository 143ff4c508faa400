package dev.blackstart.reading;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.ServiceMap;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the `groups` and `services` of a drill file, which say of its world what an inventory says
/// of real hosts.
final class ServiceMapReader {
    private final Entries entries;
    private final Problems problems;

    ServiceMapReader(Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /// @param members names of hosts by group
    ServiceMap read(Map<String, List<String>> members) {
        List<String> majorities = new ArrayList<>();
        for (Node.Field group : entries.map("groups")) {
            majorities.add(group.key());
            if (!members.containsKey(group.key())) {
                problems.error(
                        group.position(),
                        "unknown-group",
                        "there is no group `%s`%s"
                                .formatted(
                                        group.key(), Nearest.hint(group.key(), members.keySet())));
            }
        }
        return new ServiceMap(
                majorities, new ServiceReader(named(members), problems).read(entries));
    }

    /// What `runs_on` may name; a host stands in for a group of its own, as it has no address here.
    private static Inventory named(Map<String, List<String>> members) {
        Map<String, Group> groups = new LinkedHashMap<>();
        members.forEach((name, hosts) -> {
            List<HostName> allowed =
                    hosts.stream().filter(HostName::allowed).map(HostName::new).toList();
            groups.put(name, new Group(name, allowed, false));
            allowed.forEach(host ->
                    groups.putIfAbsent(
                            host.value(), new Group(host.value(), List.of(host), false)));
        });
        return new Inventory(Map.of(), groups, Map.of());
    }
}
