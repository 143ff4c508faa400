package dev.blackstart.proof.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.proof.ResultLine;
import dev.blackstart.proof.power.ProofSize;
import dev.blackstart.proof.power.Strace;
import dev.blackstart.proof.simulation.Mutant;
import dev.blackstart.proof.simulation.Mutants;
import dev.blackstart.testing.Keygen;
import java.io.IOException;
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
    private static final List<String> RUN = Trial.words(Trial.Verb.RUN, "");

    @TempDir Path folder;
    private Path key = Path.of("/");
    private Program program = new Program("", List.of(), List.of());
    private final AtomicInteger scenes = new AtomicInteger();
    private final AtomicInteger trials = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

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
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Path own = folder.resolve("worker" + i);
                workers.add(pool.submit(() -> work(own, schedule, begin)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        report(schedule, begin);
        assertThat(wrong).isEmpty();
    }

    private int work(Path own, Schedule schedule, long begin) throws Exception {
        try (Hosts hosts = new Hosts(own, key, "a", "b", "c")) {
            while (kills.get() < WANTED && System.nanoTime() - begin < ENOUGH.toNanos()) {
                trial(hosts, schedule.next());
            }
        }
        return kills.get();
    }

    private void trial(Hosts hosts, Map<Trial.Verb, Kill> when) throws Exception {
        Scene scene = scene(hosts);
        Trial trial = new Trial(program, scene, when);
        List<String> found = trial.live();
        if (!found.isEmpty()) {
            wrong.add(when + ": " + String.join("; ", found) + trial.log());
        }
        scene.forget();
        kills.addAndGet(trial.killed());
        trials.incrementAndGet();
    }

    private void report(Schedule schedule, long begin) throws IOException {
        long repeated = wrong.stream().filter(it -> it.contains("repeated: ")).count();
        long lost = wrong.stream().filter(it -> it.contains("lost: ")).count();
        ResultLine.write(
                "kills",
                "kills in %d runs".formatted(trials.get()),
                kills.get(),
                "%d repeated, %d lost, %d wrong".formatted(repeated, lost, wrong.size()),
                Duration.ofNanos(System.nanoTime() - begin),
                schedule.note());
    }

    /// Would it be seen? A defect repeats an action that was at work when the command was killed.
    @Test
    void whatIsSentAgainIsNoticed() throws Exception {
        try (Hosts hosts = new Hosts(folder.resolve("hosts"), key, "a")) {
            Program defective = defective("forgets on recovery what was sent");
            Kill kill = new Kill.Begun(1);
            assertThat(new Trial(defective, scene(hosts), Map.of(Trial.Verb.RUN, kill)).live())
                    .anyMatch(it -> it.startsWith("repeated: a lend was begun 2 times"));
        }
    }

    /// Another takes what was decided and not sent for done.
    @Test
    void whatIsNotSentIsNoticed() throws Exception {
        assumeTrue(Strace.installed(), Strace.MISSING);
        try (Hosts hosts = new Hosts(folder.resolve("hosts"), key, "a")) {
            Program defective = defective("takes no receipt for a success");
            Scene calm = scene(hosts);
            Path trace = calm.folder().resolve("trace");
            calm(defective, calm, FailPoints.recording(trace), RUN);
            String made = "lost: the journal says of lend on a (attempt 1): succeeded";
            List<String> found = new ArrayList<>();
            for (Kill kill : FailPoints.syncsBefore(trace, "going out")) {
                Trial trial = new Trial(defective, scene(hosts), Map.of(Trial.Verb.RUN, kill));
                found.addAll(trial.live());
                if (!found.isEmpty()) {
                    break;
                }
            }
            assertThat(found).anyMatch(it -> it.startsWith(made));
        }
    }

    @Test
    void whatIsSaidAndNotRecordedIsNoticed() throws Exception {
        try (Hosts hosts = new Hosts(folder.resolve("hosts"), key, "a")) {
            String said = "08:03:14  lend              a          going out, approved at gate G1";
            assertThat(new Told(scene(hosts).runbook()).without(said, List.of()))
                    .containsExactly("lost: said and not recorded: 08:03:14  lend              a");
        }
    }

    private Program defective(String name) throws Exception {
        Mutant mutant =
                Mutants.all().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return program.with(mutant, folder.resolve("defect"));
    }

    private Scene scene(Hosts hosts) throws Exception {
        hosts.forget();
        return Scene.make(folder.resolve("scene" + scenes.incrementAndGet()), hosts);
    }

    /// Of a run that nobody disturbs; the one before it made the command quick to start.
    private Schedule schedule() throws Exception {
        try (Hosts hosts = new Hosts(folder.resolve("calm"), key, "a", "b", "c")) {
            Path cache = folder.resolve("cache");
            calm(program.training(cache), scene(hosts), List.of(), RUN);
            program = program.trained(cache);
            Scene scene = scene(hosts);
            Path run = scene.folder().resolve("run-trace");
            Duration running = calm(program, scene, FailPoints.recording(run), RUN);
            Path repay = scene.folder().resolve("repay-trace");
            String id = scene.events().getFirst().run().value();
            List<String> words = Trial.words(Trial.Verb.REPAY, id);
            Duration repaying = calm(program, scene, FailPoints.recording(repay), words);
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
