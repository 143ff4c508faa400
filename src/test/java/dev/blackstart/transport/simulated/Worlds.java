package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.reading.DrillReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Read;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import java.nio.file.Path;
import java.time.Clock;

/// Opens worlds from the text of a drill file.
record Worlds(SimulatedWorld world, Calls calls) implements AutoCloseable {
    static Worlds open(Path folder, String rest) {
        return open(folder, rest, Clock.systemUTC());
    }

    static Worlds open(Path folder, String rest, Clock clock) {
        try {
            SimulatedWorld world = SimulatedWorld.open(drill(rest), clock);
            return new Worlds(
                    world, new Calls(world.transport(new OutputStore(folder, Masking.NONE))));
        } catch (SimulationException e) {
            throw new AssertionError(e);
        }
    }

    static Drill drill(String rest) {
        String text = "drill: d\nrunbook: r\ntitle: t\nworld: simulated\n" + rest;
        return switch (DrillReader.read("drills/d.yaml", text)) {
            case Read.Accepted<Drill> accepted -> accepted.value();
            case Read.Refused<Drill> refused ->
                    throw new AssertionError(refused.problems().toString());
        };
    }

    Host host(String name) {
        return world.inventory().host(new HostName(name)).orElseThrow();
    }

    @Override
    public void close() {
        world.close();
    }
}
