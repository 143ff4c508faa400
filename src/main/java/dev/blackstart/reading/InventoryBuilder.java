package dev.blackstart.reading;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Service;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds an inventory from keys whose shape was checked.
final class InventoryBuilder {
    private final Entries entries;
    private final Problems problems;
    private final Map<HostName, Host> hosts = new LinkedHashMap<>();

    InventoryBuilder(Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Inventory build() {
        HostReader reader = new HostReader(entries, problems);
        for (Node.Field field : entries.map("hosts")) {
            reader.read(field).ifPresent(host -> hosts.put(host.name(), host));
        }
        Map<String, Group> groups = groups();
        HostLinks.check(hosts, entries, problems);
        Inventory known = new Inventory(hosts, groups, Map.of());
        Map<String, Service> services = new ServiceReader(known, problems).read(entries);
        return new Inventory(hosts, groups, services);
    }

    private Map<String, Group> groups() {
        Map<String, Set<HostName>> members = new LinkedHashMap<>();
        Map<String, Entries> declared = new LinkedHashMap<>();
        for (Node.Field field : entries.map("groups")) {
            checkName(field);
            declared.put(field.key(), Entries.of(field.value()));
            members.put(field.key(), listed(Entries.of(field.value())));
        }
        for (Node.Field host : entries.map("hosts")) {
            for (Node.Scalar group : Entries.of(host.value()).scalars("groups")) {
                if (HostName.allowed(host.key())) {
                    members.computeIfAbsent(group.text(), name -> new LinkedHashSet<>())
                            .add(new HostName(host.key()));
                }
            }
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        members.forEach((name, names) -> groups.put(name, group(name, names, declared)));
        return groups;
    }

    private static Group group(String name, Set<HostName> members, Map<String, Entries> declared) {
        boolean majority =
                declared.containsKey(name)
                        && declared.get(name).text("quorum").filter("majority"::equals).isPresent();
        return new Group(name, List.copyOf(members), majority);
    }

    private void checkName(Node.Field group) {
        if (group.key().equals("all")) {
            problems.error(
                    group.position(),
                    "reserved-name",
                    "`all` means every host and cannot be a group; give the group another name");
        } else if (entries.map("hosts").stream().anyMatch(host -> host.key().equals(group.key()))) {
            problems.warn(
                    group.position(),
                    "host-and-group",
                    "`%s` is a host and a group, and means the group in a runbook; rename one of them"
                            .formatted(group.key()));
        }
    }

    private Set<HostName> listed(Entries group) {
        Set<HostName> names = new LinkedHashSet<>();
        List<String> known = new ArrayList<>();
        hosts.keySet().forEach(name -> known.add(name.value()));
        for (Node.Scalar name : group.scalars("hosts")) {
            if (entries.map("hosts").stream().noneMatch(host -> host.key().equals(name.text()))) {
                problems.error(
                        name.position(),
                        "unknown-host",
                        "there is no host `%s`%s"
                                .formatted(name.text(), Nearest.hint(name.text(), known)));
            } else if (HostName.allowed(name.text())) {
                names.add(new HostName(name.text()));
            }
        }
        return names;
    }
}
