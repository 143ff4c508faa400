package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.Host;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.TransportContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The contract, over a host that only a drill file describes.
class SimulatedContractTest extends TransportContract {
    private static final String WORLD =
            """
            hosts: { web1: { state: { boot: 3 } } }
            replies:
              - { match: echo out, prints: out, errors: err, exit: 7 }
              - { match: 'true' }
              - { match: echo begun, prints: begun, takes: 20s }
            """;

    private Worlds worlds;

    @BeforeEach
    void open(@TempDir Path folder) {
        worlds = Worlds.open(folder, WORLD);
    }

    @AfterEach
    void close() {
        worlds.close();
    }

    @Override
    protected Calls calls() {
        return worlds.calls();
    }

    @Override
    protected Host host() {
        return worlds.host("web1");
    }

    @Override
    protected String bootId() {
        return "simulated-web1-boot-3.0";
    }
}
