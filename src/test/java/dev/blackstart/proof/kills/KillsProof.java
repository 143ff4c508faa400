package dev.blackstart.proof.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.proof.ResultLine;
import dev.blackstart.proof.power.ProofSize;
import dev.blackstart.proof.power.Strace;
import dev.blackstart.testing.Keygen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F01: whenever the real command is killed, nothing is done twice on the hosts, nothing that was
/// said is lost, and `resume` ends the run with the right word. The real command at a terminal with
/// a person who answers, real SSH servers; files on the hosts are the truth.
@Timeout(value = 24, unit = TimeUnit.HOURS)
class KillsProof {
    private static final int WANTED = ProofSize.of(60, 10_000);
    private static final Duration ENOUGH = ProofSize.time(24 * 3600, 24 * 3600);
    private static final int WORKERS = 2;

    @TempDir Path folder;
    private Path key = Path.of("/");
    private Program program = new Program("", List.of(), List.of());
    private final AtomicInteger scenes = new AtomicInteger();

    @BeforeEach
    void makeKey() {
        key = Keygen.make(folder.resolve("key"), "ed25519", "");
        program = Program.real(folder);
    }

    @Test
    void nothingIsRepeatedAndNothingIsLost() throws Exception {
        assumeTrue(Strace.installed(), Strace.MISSING);
        long begin = System.nanoTime();
        Schedule schedule = schedule();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger kills = new AtomicInteger();
        AtomicInteger trials = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Path own = folder.resolve("worker" + i);
                workers.add(
                        pool.submit(() -> {
                            try (Hosts hosts = new Hosts(own, key)) {
                                while (kills.get() < WANTED
                                        && System.nanoTime() - begin < ENOUGH.toNanos()) {
                                    Map<Trial.Verb, Kill> next = schedule.next();
                                    kills.addAndGet(trial(hosts, next, wrong));
                                    trials.incrementAndGet();
                                }
                            }
                            return null;
                        }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        long repeated = wrong.stream().filter(it -> it.contains("repeated: ")).count();
        long lost = wrong.stream().filter(it -> it.contains("lost: ")).count();
        ResultLine.write(
                "kills",
                "kills in " + trials + " runs",
                kills.get(),
                "%d repeated, %d lost, %d wrong".formatted(repeated, lost, wrong.size()),
                took,
                schedule.note());
        assertThat(wrong).isEmpty();
    }

    /// @return how often it was killed
    private int trial(Hosts hosts, Map<Trial.Verb, Kill> kills, Queue<String> wrong)
            throws Exception {
        Trial trial = new Trial(program, scene(hosts), kills);
        List<String> found = trial.live();
        Files.writeString(
                Path.of("/tmp/kx/log"),
                "\n######## " + kills + found + trial.log(),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        if (!found.isEmpty()) {
            wrong.add(kills + ": " + String.join("; ", found) + trial.log());
        }
        return trial.killed();
    }

    private Scene scene(Hosts hosts) throws Exception {
        hosts.forget();
        return Scene.make(folder.resolve("scene" + scenes.incrementAndGet()), hosts);
    }

    /// Of a run that nobody disturbs; the one before it made the command quick to start.
    private Schedule schedule() throws Exception {
        try (Hosts hosts = new Hosts(folder.resolve("calm"), key)) {
            Path cache = folder.resolve("cache");
            calm(program.training(cache), scene(hosts), List.of(), List.of("run", "test"));
            program = program.trained(cache);
            Scene scene = scene(hosts);
            Path run = scene.folder().resolve("run-trace");
            Duration running =
                    calm(program, scene, FailPoints.recording(run), List.of("run", "test"));
            Path repay = scene.folder().resolve("repay-trace");
            String id = scene.events().getFirst().run().value();
            Duration repaying =
                    calm(
                            program,
                            scene,
                            FailPoints.recording(repay),
                            List.of("loans", "repay", id));
            return new Schedule(FailPoints.of(run), FailPoints.of(repay), running, repaying);
        }
    }

    private static Duration calm(
            Program program, Scene scene, List<String> before, List<String> verb) throws Exception {
        Command.Ended ended = new Command(program, scene).run(before, verb, new Kill.Never());
        assertThat(ended.exit()).as(ended.said()).isZero();
        return ended.took();
    }
}
