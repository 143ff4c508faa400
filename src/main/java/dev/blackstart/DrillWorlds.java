package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.engine.Waiting;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.ServiceMap;
import dev.blackstart.runbook.Drill;
import dev.blackstart.transport.sandbox.SandboxException;
import dev.blackstart.transport.sandbox.SandboxWorld;
import dev.blackstart.transport.simulated.SimulatedWorld;
import dev.blackstart.transport.simulated.SimulationException;
import dev.blackstart.transport.ssh.SshSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Makes the worlds of drills.
final class DrillWorlds {
    private DrillWorlds() {}

    private record Sandbox(
            SandboxWorld world, ServiceMap map, Clock clock, ScheduledExecutorService bell)
            implements DrillWorld {
        @Override
        public Inventory inventory() {
            return map.over(world.inventory());
        }

        @Override
        public void at(Duration moment, Runnable what) {
            var _ = bell.schedule(what, moment.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public List<String> gaps() {
            return List.of();
        }

        @Override
        public void close() {
            bell.shutdownNow();
            world.close();
        }
    }

    private record Simulated(SimulatedWorld world, ServiceMap map, Pace pace)
            implements DrillWorld {
        @Override
        public Inventory inventory() {
            return map.over(world.inventory());
        }

        @Override
        public Clock clock() {
            return world.clock();
        }

        @Override
        public void at(Duration moment, Runnable what) {
            world.at(moment, what);
        }

        @Override
        public List<String> gaps() {
            return world.gaps();
        }

        @Override
        public void close() {
            world.close();
        }
    }

    static DrillWorld open(Drill drill, Surroundings surroundings, DrillWorld.Pace pace) {
        Clock clock = surroundings.clock();
        return switch (drill.world()) {
            case SANDBOX -> sandbox(drill, clock);
            case SIMULATED -> simulated(drill, clock, pace);
            case LAB -> LabDrill.open(drill, surroundings);
        };
    }

    private static DrillWorld simulated(Drill drill, Clock clock, DrillWorld.Pace pace) {
        try {
            return new Simulated(SimulatedWorld.open(drill, clock), drill.map(), pace);
        } catch (SimulationException e) {
            throw new CannotGoOn(ExitCode.REFUSED, e.getMessage());
        }
    }

    /// The simulated world, when it is one.
    static Optional<SimulatedWorld> simulated(DrillWorld world) {
        return world instanceof Simulated it ? Optional.of(it.world()) : Optional.empty();
    }

    /// How a run in this world passes time in which it only waits.
    static Waiting waiting(DrillWorld world) {
        return world instanceof Simulated it && it.pace() == DrillWorld.Pace.SKIPPING
                ? it.world()::pass
                : Waiting.REAL;
    }

    private static DrillWorld sandbox(Drill drill, Clock clock) {
        try {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            return new Sandbox(
                    SandboxWorld.open(parent, drill.hosts(), drill.inject()),
                    drill.map(),
                    clock,
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("drill-events").daemon().factory()));
        } catch (SandboxException e) {
            throw new CannotGoOn(ExitCode.REFUSED, e.getMessage());
        }
    }

    /// Only the world's own key, no agent and no `known_hosts` of the person.
    static SshSettings settings(DrillWorld world) {
        if (world instanceof LabDrill lab) {
            return lab.settings();
        }
        if (!(world instanceof Sandbox sandbox)) {
            throw new IllegalStateException("not a world of ours: " + world);
        }
        return only(sandbox.world().folder(), sandbox.world().identity(), List.of());
    }

    /// @param folder stands for the home of the person
    static SshSettings only(Path folder, Path identity, List<Path> knownHosts) {
        SshSettings bare = SshSettings.of(folder, Optional.empty(), key -> Optional.empty());
        return new SshSettings(
                folder,
                List.of(identity),
                knownHosts,
                Optional.empty(),
                key -> Optional.empty(),
                bare.keepAlive(),
                bare.connections(),
                bare.backOff(),
                bare.largestFetch());
    }
}
