package dev.blackstart.reading;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Position;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks what hosts say about other hosts: jump hosts exist and do not lead round in a circle, and
/// no two names mean one machine.
final class HostLinks {
    private final Map<HostName, Host> hosts;
    private final Map<String, Entries> places = new HashMap<>();
    private final Entries inventory;
    private final Problems problems;

    private HostLinks(Map<HostName, Host> hosts, Entries inventory, Problems problems) {
        this.hosts = hosts;
        this.inventory = inventory;
        this.problems = problems;
        for (Node.Field field : inventory.map("hosts")) {
            places.put(field.key(), Entries.of(field.value()));
        }
    }

    static void check(Map<HostName, Host> hosts, Entries inventory, Problems problems) {
        HostLinks links = new HostLinks(hosts, inventory, problems);
        hosts.values().forEach(links::jump);
        links.twins();
    }

    private void jump(Host host) {
        if (host.jump().isEmpty()) {
            return;
        }
        String name = host.jump().get().value();
        if (!places.containsKey(name)) {
            problems.error(
                    at(host, "jump"),
                    "unknown-host",
                    "the jump host `%s` is no host of this inventory%s"
                            .formatted(
                                    name,
                                    Nearest.hint(
                                            name, places.keySet().stream().sorted().toList())));
            return;
        }
        Set<HostName> way = new LinkedHashSet<>();
        Optional<Host> next = Optional.of(host);
        while (next.isPresent() && way.add(next.get().name())) {
            next = next.get().jump().map(hosts::get);
        }
        if (next.isPresent() && next.get().name().equals(host.name())) {
            problems.error(
                    at(host, "jump"),
                    "jump-loop",
                    "the way to `%s` leads back to itself (%s); remove one of these jumps"
                            .formatted(host.name(), round(way, host.name())));
        }
    }

    private static String round(Set<HostName> way, HostName end) {
        return way.stream().map(HostName::value).collect(Collectors.joining(" → ")) + " → " + end;
    }

    private void twins() {
        Map<String, HostName> addresses = new HashMap<>();
        Map<String, HostName> keys = new HashMap<>();
        for (Host host : hosts.values()) {
            String address = host.address() + " port " + host.port() + host.jump();
            HostName other = addresses.putIfAbsent(address, host.name());
            if (other != null) {
                problems.warn(
                        at(host, "address"),
                        "same-host-twice",
                        "`%s` has the address and port of `%s`; one machine should have one name"
                                .formatted(host.name(), other));
            }
            host.hostKey()
                    .map(key -> keys.putIfAbsent(key.base64(), host.name()))
                    .ifPresent(twin ->
                            problems.warn(
                                    at(host, "host_key"),
                                    "same-host-twice",
                                    "`%s` has the host key of `%s`; a host is its key, so locks treat both as one machine"
                                            .formatted(host.name(), twin)));
        }
    }

    private Position at(Host host, String key) {
        return places.getOrDefault(host.name().value(), inventory).valueAt(key);
    }
}
