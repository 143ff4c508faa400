package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.InventoryText;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Read;
import dev.blackstart.transport.simulated.SimulatedWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a drill's world knows is kept with its run, so that whoever looks at it later weighs what
/// the run weighed.
class FreezingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

    @Test
    void theInventoryOfEveryShippedWorldComesBack() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("runbooks"))) {
            List<Path> drills =
                    files.filter(it -> it.toString().contains("/drills/"))
                            .filter(it -> it.toString().endsWith(".yaml"))
                            .toList();
            assertThat(drills).hasSizeGreaterThan(30);
            for (Path file : drills) {
                if (DrillReader.read(file) instanceof Read.Accepted<Drill> it
                        && it.value().world() == Drill.World.SIMULATED) {
                    comesBack(it.value());
                }
            }
        }
    }

    private static void comesBack(Drill drill) throws Exception {
        try (SimulatedWorld world = SimulatedWorld.open(drill, CLOCK)) {
            Inventory known = drill.map().over(world.inventory());
            String text = InventoryText.of(known);
            assertThat(InventoryReader.read("inventory.yaml", text))
                    .as(drill.name() + "\n" + text)
                    .isInstanceOfSatisfying(
                            Read.Accepted.class, it -> assertThat(it.value()).isEqualTo(known));
        }
    }
}
