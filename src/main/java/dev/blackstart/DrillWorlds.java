package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.runbook.Drill;
import dev.blackstart.transport.ssh.SshSettings;

/// Makes the worlds of drills.
final class DrillWorlds {
    private DrillWorlds() {}

    static DrillWorld open(Drill drill) {
        throw new CannotGoOn(ExitCode.REFUSED, "no world yet for " + drill.name());
    }

    static SshSettings settings(DrillWorld world) {
        throw new IllegalStateException("no world yet " + world);
    }
}
