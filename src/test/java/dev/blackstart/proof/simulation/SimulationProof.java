package dev.blackstart.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.proof.ResultLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// `-Dproof.seed=N` lives that one seed and prints what happened in it; `-Dproof.seconds=S` says
/// how long to look for violations, `-Dproof.seeds=N` how many seeds at most.
class SimulationProof {
    private static final long CHUNK = 50;
    private static final long TEN_MILLION = 10_000_000;
    private static final Duration IN_CI = Duration.ofMinutes(2);

    @Test
    void noSeedViolatesAnInvariant() throws Exception {
        if (System.getProperty("proof.seed") != null) {
            show(Long.getLong("proof.seed"));
            return;
        }
        boolean full = "full".equals(System.getProperty("proof.size"));
        long most = Long.getLong("proof.seeds", TEN_MILLION);
        long seconds =
                Long.getLong(
                        "proof.seconds",
                        full ? Long.MAX_VALUE / 2_000_000_000L : IN_CI.toSeconds());
        long begun = System.nanoTime();
        long until = begun + Duration.ofSeconds(seconds).toNanos();
        AtomicLong next = new AtomicLong();
        AtomicLong events = new AtomicLong();
        List<String> found = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            Callable<List<String>> hunter =
                    () -> {
                        Hunt hunt = new Hunt();
                        List<String> mine = new ArrayList<>();
                        while (mine.isEmpty() && System.nanoTime() < until) {
                            long from = next.getAndAdd(CHUNK);
                            if (from >= most) {
                                break;
                            }
                            Hunt.Bag bag = hunt.seeds(from, Math.min(CHUNK, most - from));
                            events.addAndGet(bag.events());
                            bag.violation().ifPresent(mine::add);
                        }
                        return mine;
                    };
            for (Future<List<String>> hunted :
                    threads.invokeAll(Collections.nCopies(cores, hunter))) {
                found.addAll(hunted.get());
            }
        }
        ResultLine.write(
                "simulation",
                "seeds lived",
                Math.min(most, next.get()),
                "%d violations".formatted(found.size()),
                Duration.ofNanos(System.nanoTime() - begun),
                "from seed 0, %d events".formatted(events.get()));
        assertThat(found).isEmpty();
    }

    @Test
    void aSeedReplaysByteForByte() {
        Scenarios scenarios = new Scenarios();
        for (long seed = 100; seed < 130; seed++) {
            assertThat(new World(seed, scenarios, false).live())
                    .isEqualTo(new World(seed, scenarios, false).live());
        }
    }

    private static void show(long seed) {
        World world = new World(seed, new Scenarios(), true);
        Optional<Violation> violation = Optional.empty();
        try {
            world.live();
        } catch (Violation found) {
            violation = Optional.of(found);
        }
        world.log().forEach(System.out::println);
        assertThat(violation).isEmpty();
    }
}
