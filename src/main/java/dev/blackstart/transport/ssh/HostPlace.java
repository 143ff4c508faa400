package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;

/// Where a host listens, as people write it: `address:port`, IPv6 in brackets.
final class HostPlace {
    private static final int SSH_PORT = 22;

    private HostPlace() {}

    static String of(Host host) {
        String address = host.address().value();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + host.port();
    }

    /// What a person types to look at the way to it by hand.
    static String byHand(Host host) {
        String port = host.port() == SSH_PORT ? "" : "-p " + host.port() + " ";
        String from = host.jump().map(jump -> ", typed on " + jump + ",").orElse("");
        return "ssh " + port + host.user() + "@" + host.address().value() + from;
    }
}
