package dev.blackstart.proof.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.proof.ResultLine;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F04: two to eight operators start at the same moment on one file, with random hosts that
/// overlap. `-Dproof.size=full` does 10,000 rounds.
class StartersProof {
    private static final int MOST = 8;
    private static final long SEED = Long.getLong("proof.seed", 20261122);
    private static final List<String> HOSTS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @TempDir Path directory;

    private final World world = new World();
    private final List<Journal> journals = new ArrayList<>();

    @BeforeEach
    void open() throws JournalException {
        for (int i = 0; i < MOST; i++) {
            journals.add(SqliteJournal.open(directory));
        }
    }

    @AfterEach
    void close() {
        journals.forEach(Journal::close);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void neverDoTwoRunsActOnOneHost() throws Exception {
        Random random = new Random(SEED);
        int rounds = "full".equals(System.getProperty("proof.size")) ? 10_000 : 200;
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(MOST)) {
            for (int round = 0; round < rounds; round++) {
                boolean meeting = round % 2 == 0;
                int won = round(threads, round, meeting, random);
                assertThat(won).as("round %d", round).isPositive();
                if (meeting) {
                    assertThat(won).as("round %d", round).isOne();
                }
            }
        }
        ResultLine.write(
                "race",
                "rounds of 2 to 8 starters",
                rounds,
                "%d two on one host".formatted(world.met()),
                Duration.ofNanos(System.nanoTime() - begun),
                "%d runs acted, seed %d".formatted(world.acted(), SEED));
        assertThat(world.met()).isZero();
        assertThat(world.quiet()).isTrue();
        assertThat(world.acted()).isGreaterThanOrEqualTo(rounds);
    }

    /// @param meeting all want one host besides others
    /// @return how many got their locks
    private int round(ExecutorService threads, int round, boolean meeting, Random random)
            throws Exception {
        int starters = 2 + random.nextInt(MOST - 1);
        CyclicBarrier together = new CyclicBarrier(starters);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < starters; i++) {
            Starter starter =
                    new Starter(
                            journals.get(i),
                            RunId.of(1_767_225_600_000L + round, i, i),
                            wanted(meeting, random),
                            random.nextInt(4) == 0,
                            world);
            all.add(() -> starter.starts(together));
        }
        int won = 0;
        for (Future<Boolean> start : threads.invokeAll(all)) {
            won += start.get() ? 1 : 0;
        }
        return won;
    }

    private static Set<Lock> wanted(boolean meeting, Random random) {
        Set<Lock> wanted = new HashSet<>();
        for (String host : HOSTS) {
            if (random.nextInt(4) == 0) {
                wanted.add(new Lock("key " + host, host));
            }
        }
        if (meeting || wanted.isEmpty()) {
            wanted.add(new Lock("key met", "met"));
        }
        return wanted;
    }
}
