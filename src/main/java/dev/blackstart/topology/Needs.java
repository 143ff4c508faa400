package dev.blackstart.topology;

import dev.blackstart.inventory.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who needs whom: the services as a graph.
record Needs(Set<String> services, List<Need> all) {
    Needs {
        services = new LinkedHashSet<>(services);
        all = List.copyOf(all);
    }

    static Needs of(Collection<Service> services) {
        Map<List<String>, Need> needs = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Service service : services) {
            names.add(service.name());
            service.needsToStart().forEach(it -> put(needs, service.name(), it, true));
            service.needsToRun().forEach(it -> put(needs, service.name(), it, false));
        }
        return new Needs(names, List.copyOf(needs.values()));
    }

    private static void put(
            Map<List<String>, Need> needs, String service, String needed, boolean start) {
        needs.merge(
                List.of(service, needed),
                new Need(service, needed, start, !start),
                (a, b) ->
                        new Need(
                                service,
                                needed,
                                a.toStart() || b.toStart(),
                                a.toRun() || b.toRun()));
    }

    Needs without(Collection<Need> gone) {
        return new Needs(services, all.stream().filter(need -> !gone.contains(need)).toList());
    }

    /// Only what these need of each other.
    Needs among(Collection<String> some) {
        return new Needs(
                new LinkedHashSet<>(some),
                all.stream()
                        .filter(need ->
                                some.contains(need.service()) && some.contains(need.needs()))
                        .toList());
    }

    /// Everything a service needs, directly and through others; itself only where that comes back
    /// to it.
    Set<String> reached(String from) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String service = next.removeFirst();
            for (Need need : all) {
                if (need.service().equals(service) && reached.add(need.needs())) {
                    next.addLast(need.needs());
                }
            }
        }
        return reached;
    }

    /// The sets of services that all need each other, directly and through others.
    List<List<String>> circles() {
        Map<String, Set<String>> reached = new HashMap<>();
        services.forEach(service -> reached.put(service, reached(service)));
        List<List<String>> circles = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        for (String service : services) {
            if (reached.getOrDefault(service, Set.of()).contains(service) && placed.add(service)) {
                List<String> circle =
                        services.stream()
                                .filter(reached.getOrDefault(service, Set.of())::contains)
                                .filter(it -> reached.getOrDefault(it, Set.of()).contains(service))
                                .toList();
                placed.addAll(circle);
                circles.add(circle);
            }
        }
        return circles;
    }

    /// The circles of which nobody can be the first to start.
    List<List<String>> deadlocks() {
        return circles().stream()
                .filter(circle -> among(circle).all().stream().anyMatch(Need::toStart))
                .toList();
    }

    /// The shortest way from one service to another over what each needs; both ends are in it.
    Optional<List<Need>> way(String from, String to) {
        Map<String, List<Need>> ways = new LinkedHashMap<>(Map.of(from, List.of()));
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(to)) {
            String service = next.removeFirst();
            List<Need> so = ways.getOrDefault(service, List.of());
            for (Need need : all) {
                if (need.service().equals(service) && !ways.containsKey(need.needs())) {
                    List<Need> way = new ArrayList<>(so);
                    way.add(need);
                    ways.put(need.needs(), way);
                    next.addLast(need.needs());
                }
            }
        }
        return Optional.ofNullable(ways.get(to));
    }
}
