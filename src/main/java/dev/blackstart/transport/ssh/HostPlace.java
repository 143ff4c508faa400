package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;

/// Where a host listens, as people write it: `address:port`, IPv6 in brackets.
final class HostPlace {
    private HostPlace() {}

    static String of(Host host) {
        String address = host.address().value();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + host.port();
    }
}
