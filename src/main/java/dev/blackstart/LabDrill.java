package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.drill.DrillScore;
import dev.blackstart.drill.LabWorld;
import dev.blackstart.drill.Laboratory;
import dev.blackstart.drill.LaboratoryException;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.transport.ssh.SshSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A drill in the lab, reached with the lab's own key.
record LabDrill(Laboratory laboratory, LabWorld world, Inventory inventory, Clock clock)
        implements DrillWorld {
    static LabDrill open(Drill drill, Surroundings surroundings) {
        Path home = surroundings.home().orElse(surroundings.cwd());
        Laboratory laboratory = new Laboratory(home.resolve(Laboratory.SCRIPT), surroundings.env());
        laboratory
                .refusal()
                .ifPresent(why -> {
                    throw new CannotGoOn(ExitCode.REFUSED, why);
                });
        Inventory inventory = Refusals.accepted(InventoryReader.read(laboratory.inventory()));
        try {
            return new LabDrill(
                    laboratory, LabWorld.open(laboratory, drill), inventory, surroundings.clock());
        } catch (LaboratoryException e) {
            throw new CannotGoOn(ExitCode.REFUSED, e.getMessage());
        }
    }

    SshSettings settings() {
        return DrillWorlds.only(
                laboratory.folder(), laboratory.identity(), List.of(laboratory.knownHosts()));
    }

    @Override
    public void at(Duration moment, Runnable what) {
        world.at(moment, what);
    }

    @Override
    public List<String> gaps() {
        return world.troubles();
    }

    @Override
    public List<DrillScore.Expectation> seen(Set<HostName> touched) {
        return world.seen(touched.stream().map(HostName::value).collect(Collectors.toSet()));
    }

    @Override
    public void close() {
        world.close();
    }
}
