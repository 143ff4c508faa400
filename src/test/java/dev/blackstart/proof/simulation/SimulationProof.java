package dev.blackstart.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationProof {
    @Test
    void some() {
        List<Scenario> scenarios = Scenario.all();
        long begin = System.nanoTime();
        long events = 0;
        int most = Integer.getInteger("seeds", 300);
        long from = Long.getLong("from", 0);
        for (long seed = from; seed < from + most; seed++) {
            World world = new World(seed, scenarios, most == 1);
            try {
                events += world.live().events();
            } catch (Throwable e) {
                world.log().forEach(System.out::println);
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            if (most == 1) world.log().forEach(System.out::println);
        }
        double s = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%d seeds %d events %.1f s %.0f/s%n", most, events, s, most / s);
        assertThat(events).isPositive();
    }
}
