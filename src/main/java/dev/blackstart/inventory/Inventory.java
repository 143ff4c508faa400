package dev.blackstart.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hosts one run can see, with their groups and the services on them; order is that of the
/// file.
public record Inventory(
        Map<HostName, Host> hosts, Map<String, Group> groups, Map<String, Service> services) {
    public static final Inventory EMPTY = new Inventory(Map.of(), Map.of(), Map.of());

    public Inventory {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    public Optional<Host> host(HostName name) {
        return Optional.ofNullable(hosts.get(name));
    }

    /// The members of the group of that name, or the one host of that name.
    public Optional<List<HostName>> named(String name) {
        Group group = groups.get(name);
        if (group != null) {
            return Optional.of(group.members());
        }
        if (HostName.allowed(name) && hosts.containsKey(new HostName(name))) {
            return Optional.of(List.of(new HostName(name)));
        }
        return Optional.empty();
    }

    /// Is this host a member of the group of outside observers?
    public boolean outside(HostName host) {
        Group vantage = groups.get(Group.VANTAGE);
        return vantage != null && vantage.members().contains(host);
    }
}
