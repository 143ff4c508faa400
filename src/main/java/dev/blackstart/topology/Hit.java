package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A service that an outage takes hosts from, and who depends on it.
///
/// @param left hosts on which it goes on
/// @param running services that cannot go on without it: those that name it, then those that name
///   these, and so on
/// @param starting services that cannot start without it, or without one of `running`
/// @param tolerates how long those who need it bear its absence
public record Hit(
        String service,
        List<HostName> left,
        List<Dependant> running,
        List<String> starting,
        Optional<Duration> tolerates) {
    /// @param through the service it needs in turn; empty when it names the one that is hit
    public record Dependant(String service, Optional<String> through) {}

    public Hit {
        left = List.copyOf(left);
        running = List.copyOf(running);
        starting = List.copyOf(starting);
    }

    /// Nothing of it is left.
    public boolean gone() {
        return left.isEmpty();
    }
}
