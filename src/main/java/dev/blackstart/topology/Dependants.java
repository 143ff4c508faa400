package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who depends on a service. Circles are fine: each is named once.
record Dependants(Collection<Service> services) {
    /// @param left hosts on which the service goes on
    Hit hit(Service service, List<HostName> left) {
        List<Hit.Dependant> running = running(service.name());
        return new Hit(
                service.name(),
                left,
                running,
                starting(service.name(), running),
                service.tolerates());
    }

    /// Who cannot go on without it, breadth first, so that each is named by the shortest way.
    private List<Hit.Dependant> running(String service) {
        List<Hit.Dependant> found = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(service));
        Deque<String> next = new ArrayDeque<>(List.of(service));
        while (!next.isEmpty()) {
            String needed = next.removeFirst();
            for (Service other : services) {
                if (other.needsToRun().contains(needed) && known.add(other.name())) {
                    Optional<String> through =
                            needed.equals(service) ? Optional.empty() : Optional.of(needed);
                    found.add(new Hit.Dependant(other.name(), through));
                    next.addLast(other.name());
                }
            }
        }
        return found;
    }

    /// Who goes on, and could not start again without it or those that stop with it.
    private List<String> starting(String service, List<Hit.Dependant> running) {
        Set<String> down = new HashSet<>(Set.of(service));
        running.forEach(dependant -> down.add(dependant.service()));
        return services.stream()
                .filter(other -> !down.contains(other.name()))
                .filter(other -> other.needsToStart().stream().anyMatch(down::contains))
                .map(Service::name)
                .toList();
    }
}
