package dev.blackstart.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What depends on what, apart from the hosts it stands on: a drill says so of its made world.
///
/// @param majorities groups of which more than half of the members must stay up
/// @param services the services by name
public record ServiceMap(List<String> majorities, Map<String, Service> services) {
    public static final ServiceMap NONE = new ServiceMap(List.of(), Map.of());

    public ServiceMap {
        majorities = List.copyOf(majorities);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    /// The same hosts and groups, with these majorities and services.
    public Inventory over(Inventory world) {
        Map<String, Group> groups = new LinkedHashMap<>();
        world.groups()
                .forEach((name, group) ->
                        groups.put(
                                name,
                                new Group(
                                        name,
                                        group.members(),
                                        group.majority() || majorities.contains(name))));
        Map<String, Service> all = new LinkedHashMap<>(world.services());
        all.putAll(services);
        return new Inventory(world.hosts(), groups, all);
    }
}
