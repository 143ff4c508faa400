package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Drill.Injection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A drill's hosts and faults, checked before anything is made.
record WorldPlan(Map<String, List<String>> groupsByHost, List<Strike> strikes) {
    /// Addresses 127.77.0.1 and up, in the order of the names.
    private static final int MOST_HOSTS = 50;

    /// @param at counted from the opening
    record Strike(Fault fault, List<HostName> hosts, Duration at, Optional<Duration> lasting) {
        Strike {
            hosts = List.copyOf(hosts);
        }
    }

    static WorldPlan of(Map<String, List<String>> groups, List<Injection> injections)
            throws SandboxException {
        Map<String, List<String>> byHost = new TreeMap<>();
        for (String group : new TreeSet<>(groups.keySet())) {
            for (String host : groups.getOrDefault(group, List.of())) {
                byHost.computeIfAbsent(host, name -> new ArrayList<>()).add(group);
            }
        }
        if (byHost.isEmpty() || byHost.size() > MOST_HOSTS) {
            throw new SandboxException(
                    "A sandbox world has 1 to " + MOST_HOSTS + " hosts, this drill asks for "
                            + byHost.size() + ".");
        }
        List<Strike> strikes = new ArrayList<>();
        for (Injection injection : injections) {
            strikes.add(strike(injection, groups, byHost.keySet()));
        }
        return new WorldPlan(byHost, strikes);
    }

    List<WorldHost> hosts(Path folder) {
        List<WorldHost> hosts = new ArrayList<>();
        groupsByHost.forEach(
                (name, groups) ->
                        hosts.add(
                                new WorldHost(
                                        new HostName(name),
                                        "127.77.0." + (hosts.size() + 1),
                                        groups,
                                        folder.resolve(name))));
        return hosts;
    }

    private static Strike strike(
            Injection injection, Map<String, List<String>> groups, Collection<String> known)
            throws SandboxException {
        Optional<Fault> fault = Fault.named(injection.fault());
        if (fault.isEmpty()) {
            throw new SandboxException(
                    "The sandbox world knows no fault "
                            + injection.fault()
                            + "; it knows "
                            + Arrays.stream(Fault.values())
                                    .map(Fault::word)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        List<HostName> hosts = new ArrayList<>();
        for (String name : injection.hosts()) {
            for (String host : groups.getOrDefault(name, List.of(name))) {
                if (!known.contains(host)) {
                    throw new SandboxException(
                            "Fault " + injection.fault() + " strikes " + host
                                    + ", which is neither a host nor a group of the drill.");
                }
                hosts.add(new HostName(host));
            }
        }
        return new Strike(fault.get(), hosts, injection.at(), injection.lasting());
    }
}
