package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes faults true in a world, and ends them.
final class Faults {
    private final WorldFolder folder;
    private final Map<HostName, StoreProcesses> stores;

    Faults(WorldFolder folder, Map<HostName, StoreProcesses> stores) {
        this.folder = folder;
        this.stores = Map.copyOf(stores);
    }

    /// Returns when the fault is really there.
    void begin(Fault fault, List<HostName> hosts) throws IOException {
        switch (fault) {
            case GATEWAY_SILENT_INSIDE, GATEWAY_DEAD, LINK_DOWN -> say(fault, hosts);
            case LOG_PIPE_WEDGED -> {
                for (HostName host : hosts) {
                    store(fault, host).wedge();
                }
            }
            case DAEMON_STUCK -> {
                for (HostName host : hosts) {
                    store(fault, host);
                    Files.createFile(stuck(host));
                }
            }
        }
    }

    void end(Fault fault, List<HostName> hosts) throws IOException {
        switch (fault) {
            case GATEWAY_SILENT_INSIDE, GATEWAY_DEAD, LINK_DOWN ->
                    Files.deleteIfExists(folder.faults().resolve(fault.word()));
            case LOG_PIPE_WEDGED -> {
                for (HostName host : hosts) {
                    store(fault, host).unwedge();
                }
            }
            case DAEMON_STUCK -> {
                for (HostName host : hosts) {
                    Files.deleteIfExists(stuck(host));
                }
            }
        }
    }

    private StoreProcesses store(Fault fault, HostName host) throws IOException {
        StoreProcesses store = stores.get(host);
        if (store == null) {
            throw new IOException(
                    "fault "
                            + fault.word()
                            + " strikes the store of "
                            + host
                            + ", which has none; only hosts of the group control_plane do");
        }
        return store;
    }

    private Path stuck(HostName host) {
        return folder.root().resolve("hosts/" + host + "/units/ctld/stuck");
    }

    private void say(Fault fault, List<HostName> hosts) throws IOException {
        Files.write(
                folder.faults().resolve(fault.word()), hosts.stream().map(HostName::value).toList());
    }
}
