package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Drill;
import dev.blackstart.transport.sandbox.SandboxException;
import dev.blackstart.transport.sandbox.SandboxWorld;
import dev.blackstart.transport.ssh.SshSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the worlds of drills.
final class DrillWorlds {
    private DrillWorlds() {}

    private record Sandbox(SandboxWorld world) implements DrillWorld {
        @Override
        public Inventory inventory() {
            return world.inventory();
        }

        @Override
        public void close() {
            world.close();
        }
    }

    static DrillWorld open(Drill drill) {
        return switch (drill.world()) {
            case SANDBOX -> sandbox(drill);
            case SIMULATED -> throw later(drill, "simulated");
            case LAB -> throw later(drill, "lab");
        };
    }

    private static DrillWorld sandbox(Drill drill) {
        try {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            return new Sandbox(SandboxWorld.open(parent, drill.hosts(), drill.inject()));
        } catch (SandboxException e) {
            throw new CannotGoOn(ExitCode.REFUSED, e.getMessage());
        }
    }

    private static CannotGoOn later(Drill drill, String world) {
        return new CannotGoOn(
                ExitCode.REFUSED,
                "%s: error: `world: %s` comes with a later version; this one has `world: sandbox`."
                        .formatted(drill.position(), world));
    }

    /// Only the world's own key, no agent and no `known_hosts` of the person.
    static SshSettings settings(DrillWorld world) {
        if (!(world instanceof Sandbox sandbox)) {
            throw new IllegalStateException("not a world of ours: " + world);
        }
        Path folder = sandbox.world().folder();
        SshSettings bare = SshSettings.of(folder, Optional.empty(), key -> Optional.empty());
        return new SshSettings(
                folder,
                List.of(sandbox.world().identity()),
                List.of(),
                Optional.empty(),
                key -> Optional.empty(),
                bare.keepAlive(),
                bare.connections(),
                bare.backOff(),
                bare.largestFetch());
    }
}
