package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds services that live inside what they serve.
record Insides(Inventory inventory, Needs needs) {
    List<Inside> all() {
        List<Inside> found = new ArrayList<>();
        for (Service service : inventory.services().values()) {
            for (String shell : shells(service)) {
                if (needs.reached(shell).contains(service.name())) {
                    String why = "lives in %s, which cannot do without it".formatted(shell);
                    found.add(new Inside(service.name(), shell, why, true));
                }
            }
            for (String served : service.place().serves()) {
                why(service, served)
                        .ifPresent(
                                why -> found.add(new Inside(service.name(), served, why, false)));
            }
        }
        return found;
    }

    /// What carries it, the nearest first.
    private Set<String> shells(Service service) {
        Set<String> shells = new LinkedHashSet<>();
        Optional<Service> at = Optional.of(service);
        while (at.isPresent()) {
            at = at.get().place().livesIn().filter(shells::add).map(inventory.services()::get);
        }
        return shells;
    }

    private Optional<String> why(Service service, String served) {
        if (shells(service).contains(served)) {
            return Optional.of("is there for %s and lives in it".formatted(served));
        }
        if (needs.reached(service.name()).contains(served)) {
            return Optional.of("is there for %s and needs it".formatted(served));
        }
        Set<HostName> own = hosts(service.name());
        return !own.isEmpty() && hosts(served).containsAll(own)
                ? Optional.of("is there for %s and has no host of its own".formatted(served))
                : Optional.empty();
    }

    private Set<HostName> hosts(String name) {
        Service service = inventory.services().get(name);
        return service == null ? Set.of() : Set.copyOf(service.runsOn().in(inventory));
    }
}
