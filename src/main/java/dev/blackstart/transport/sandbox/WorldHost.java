package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostName;
import java.nio.file.Path;
import java.util.List;

/// A host of the world.
///
/// @param address its own loopback address, 127.77.0.1 to 127.77.0.250
/// @param folder its home, where its files are
record WorldHost(HostName name, String address, List<String> groups, Path folder) {
    /// Hosts of this group have a store and the daemon that needs it.
    static final String CONTROL_PLANE = "control_plane";

    WorldHost {
        groups = List.copyOf(groups);
    }

    boolean hasStore() {
        return groups.contains(CONTROL_PLANE);
    }
}
