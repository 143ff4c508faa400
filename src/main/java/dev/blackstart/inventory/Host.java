package dev.blackstart.inventory;

import java.util.Map;
import java.util.Optional;

/// One host of the inventory.
///
/// @param port TCP port of its SSH server, 1 to 65535
/// @param hostKey the pinned key; without it the key must be in a `known_hosts` file
/// @param jump the host to go through, by name
/// @param identity path of a private key file for this host, as written
/// @param labels free `key: value` pairs such as `drill: allowed`
public record Host(
        HostName name,
        Address address,
        int port,
        String user,
        Optional<HostKey> hostKey,
        Optional<HostName> jump,
        Optional<String> identity,
        Reach reach,
        Map<String, String> labels) {
    public Host {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        labels = Map.copyOf(labels);
    }
}
