package dev.blackstart.proof.simulation;

import dev.blackstart.run.Outcome;
import dev.blackstart.run.PutAside;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.wrapper.Fence;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which installation has a host. Two of them share no journal: what the host keeps decides. While
/// one acts there, and for a quarter of an hour after its action may have ended at the latest, the
/// other does nothing there, unless the run was closed before or a person decided otherwise.
final class Tenants {
    private static final Duration BETWEEN_ACTIONS = Duration.ofMinutes(15);

    /// @param boot in which it acted: what the host keeps does not outlive that
    /// @param epoch of the newest process that acted
    private record Tenant(RunId run, String boot, long epoch, long until) {}

    private final World world;
    private final Map<String, Map<SimInstallation, Tenant>> byHost = new HashMap<>();

    /// By run, hosts at which it was refused because of a fence.
    private final Map<RunId, Set<String>> refused = new HashMap<>();

    /// By run, hosts at which a person may have others put aside.
    private final Map<RunId, Set<String>> granted = new HashMap<>();

    Tenants(World world) {
        this.world = world;
    }

    void saw(RunId run, Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.Ended it -> said(run, it.action().host().value(), it.outcome());
            case RunEvent.RunResumed it when it.takenOver().isPresent() ->
                    granted.put(run, Set.copyOf(refused.getOrDefault(run, Set.of())));
            case RunEvent.OfTakingUp it -> granted.remove(run);
            case RunEvent.Reopened it -> granted.remove(run);
            default -> {}
        }
    }

    private void said(RunId run, String host, Outcome outcome) {
        Set<String> hosts = refused.computeIfAbsent(run, key -> new HashSet<>());
        boolean fenced =
                outcome instanceof Outcome.Unreachable it && it.reason().contains(PutAside.FENCED);
        if (fenced) {
            hosts.add(host);
        } else {
            hosts.remove(host);
        }
    }

    /// Another installation was in the way of the run.
    boolean inTheWay(RunId run) {
        return !refused.getOrDefault(run, Set.of()).isEmpty();
    }

    /// An action begins.
    void enters(String host, Sending sending, Unwrapped.Act act) {
        if (sending.event().bare()) {
            return;
        }
        SimInstallation home = world.home(sending.run());
        Map<SimInstallation, Tenant> tenants = byHost.computeIfAbsent(host, key -> new HashMap<>());
        tenants.values().removeIf(it -> !it.boot().equals(world.host(host).boot()));
        boolean seizes = act.fence().filter(Fence::seize).isPresent();
        if (seizes && !granted.getOrDefault(sending.run(), Set.of()).contains(host)) {
            throw new Violation(
                    Invariant.APPROVED,
                    sending.event().action() + " puts a fence aside, and nobody said that it may");
        }
        tenants.forEach((other, tenant) -> {
            boolean counts = tenant.until() > world.agenda().now();
            if (other != home && (counts && !seizes || atWork(host, tenant))) {
                throw new Violation(
                        Invariant.ONE_RUN_PER_HOST,
                        "%s of %s begins on %s, which %s of another installation has"
                                .formatted(
                                        sending.event().action(),
                                        sending.run(),
                                        host,
                                        tenant.run()));
            }
        });
        tenants.keySet().retainAll(Set.of(home));
        long until = world.agenda().now() + act.timeout().plus(BETWEEN_ACTIONS).toMillis();
        tenants.put(
                home,
                new Tenant(sending.run(), world.host(host).boot(), sending.event().epoch(), until));
    }

    private boolean atWork(String host, Tenant tenant) {
        return world.host(host).atWork(tenant.run());
    }

    /// A run gives a host up: when it is closed, and never while something of it goes on there.
    void leaves(String host, Fence fence) {
        SimInstallation home = world.home(fence.run());
        Optional<Tenant> tenant =
                Optional.ofNullable(byHost.getOrDefault(host, Map.of()).get(home))
                        .filter(it -> it.epoch() <= fence.epoch())
                        .filter(it -> it.boot().equals(world.host(host).boot()));
        if (tenant.isEmpty()) {
            return;
        }
        if (atWork(host, tenant.get())) {
            throw new Violation(
                    Invariant.ONE_RUN_PER_HOST,
                    "%s is given up while %s acts there".formatted(host, tenant.get().run()));
        }
        byHost.getOrDefault(host, new HashMap<>()).remove(home);
    }
}
