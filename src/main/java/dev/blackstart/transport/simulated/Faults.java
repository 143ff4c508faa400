package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Drill.Injection;
import dev.blackstart.runbook.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which fault strikes which host when.
final class Faults {
    private final List<Strike> strikes;
    private final Set<Strike> spent = new HashSet<>();

    /// One fault on one host.
    ///
    /// @param at since the world began
    record Strike(SimulatedFault fault, HostName host, Duration at, Optional<Duration> lasting) {
        private boolean covers(Duration elapsed) {
            return elapsed.compareTo(at) >= 0
                    && lasting.map(length -> elapsed.compareTo(at.plus(length)) < 0).orElse(true);
        }
    }

    private Faults(List<Strike> strikes) {
        this.strikes = List.copyOf(strikes);
    }

    /// @param groups names of hosts by group, each host a group of its own too
    static Faults of(List<Injection> injections, Map<String, List<String>> groups)
            throws SimulationException {
        List<Strike> strikes = new ArrayList<>();
        for (Injection injection : injections) {
            SimulatedFault fault = fault(injection.fault());
            for (String name : injection.hosts()) {
                List<String> members = groups.get(name);
                if (members == null) {
                    throw new SimulationException(
                            "Fault %s strikes %s, which is neither a host nor a group of the drill%s."
                                    .formatted(
                                            injection.fault(),
                                            name,
                                            Nearest.hint(name, groups.keySet())));
                }
                members.forEach(host ->
                        strikes.add(
                                new Strike(
                                        fault,
                                        new HostName(host),
                                        injection.at(),
                                        injection.lasting())));
            }
        }
        return new Faults(strikes);
    }

    private static SimulatedFault fault(String word) throws SimulationException {
        Optional<SimulatedFault> fault = SimulatedFault.named(word);
        if (fault.isEmpty()) {
            throw new SimulationException(
                    "A simulated world knows no fault %s; it knows %s, and what else is wrong is the state of its hosts."
                            .formatted(word, String.join(", ", SimulatedFault.words())));
        }
        return fault.get();
    }

    List<Strike> reboots() {
        return strikes.stream()
                .filter(strike -> strike.fault() == SimulatedFault.HOST_REBOOTED)
                .toList();
    }

    boolean strikes(SimulatedFault fault, HostName host, Duration elapsed) {
        return find(fault, host, elapsed).isPresent();
    }

    /// Whether a fault that strikes once strikes now; it does not strike again.
    boolean spend(SimulatedFault fault, HostName host, Duration elapsed) {
        return find(fault, host, elapsed).filter(spent::add).isPresent();
    }

    private Optional<Strike> find(SimulatedFault fault, HostName host, Duration elapsed) {
        return strikes.stream()
                .filter(strike -> strike.fault() == fault && strike.host().equals(host))
                .filter(strike -> strike.covers(elapsed) && !spent.contains(strike))
                .findFirst();
    }
}
