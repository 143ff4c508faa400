package dev.blackstart.proof.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.inventory.HostName;
import dev.blackstart.proof.ResultLine;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.Processes;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F03: whichever write or sync of the journal fails, and wherever the disk fills up, nothing is
/// done that was not decided durably, nothing is made up, the exit code admits it, and the run ends
/// right once the journal works again. What was seen to end is held outside of the journal, and the
/// next command records it. The real command, a real SSH server; the host's own file is the truth.
@Timeout(value = 5, unit = TimeUnit.HOURS)
class FailingWritesProof {
    private static final long SEED = ProofSize.SEED;

    /// An ordinary build takes what it has time for, in an order by chance.
    private static final Duration ENOUGH = ProofSize.time(60, 4 * 3600);

    private static final int FEWEST = 6;

    @TempDir Path folder;
    private final AtomicInteger stations = new AtomicInteger();
    private Path key = Path.of("/");
    private List<RealSshd> hosts = List.of();

    @BeforeEach
    void startTheHost() {
        key = Keygen.make(folder.resolve("key"), "ed25519", "");
        hosts =
                List.of(
                        RealSshd.start(
                                folder.resolve("sshd"),
                                Keygen.publicPart(key),
                                "ed25519",
                                List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"))));
    }

    @AfterEach
    void stopTheHost() {
        hosts.forEach(RealSshd::close);
    }

    @Test
    void everyWriteAndEverySyncFailsOnce() throws Exception {
        assumeTrue(Strace.installed(), Strace.MISSING);
        long begin = System.nanoTime();
        List<Fault> faults = faults();
        Collections.shuffle(faults, new Random(SEED));
        Queue<Fault> left = new ConcurrentLinkedQueue<>(faults);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger tried = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                workers.add(pool.submit(() -> work(left, wrong, tried, begin)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        report("failing-writes", "faults of " + faults.size(), tried.get(), wrong, begin);
        assertThat(wrong).isEmpty();
    }

    private int work(Queue<Fault> left, Queue<String> wrong, AtomicInteger tried, long begin)
            throws Exception {
        for (Fault fault = left.poll(); fault != null; fault = left.poll()) {
            Station station = station();
            Path trace = station.journal().resolveSibling("trace");
            Station.Ended first = station.run(fault.strace(station.journal(), trace));
            if (Files.readString(trace).contains("INJECTED")) {
                tried.incrementAndGet();
                List<String> found = new Trial(station).judge(first);
                if (!found.isEmpty()) {
                    wrong.add(fault + ": " + String.join("; ", found));
                }
            }
            boolean late = System.nanoTime() - begin > ENOUGH.toNanos();
            if (late && tried.get() >= FEWEST) {
                break;
            }
        }
        return tried.get();
    }

    private Station station() throws IOException {
        Path own = folder.resolve("station" + stations.incrementAndGet());
        return new Station(own, own.resolve("journal"), hosts.getFirst(), key);
    }

    /// All that can fail in a run where nothing does.
    private List<Fault> faults() throws Exception {
        Station station = station();
        Path trace = station.journal().resolveSibling("trace");
        Fault none = new Fault("fsync", "EIO", Fault.NEVER);
        assertThat(station.run(none.strace(station.journal(), trace)).exit()).isZero();
        List<Fault> faults = new ArrayList<>();
        for (String call : Fault.CALLS) {
            for (String error : Fault.ERRORS) {
                for (int number = 1; number <= most(trace, call); number++) {
                    faults.add(new Fault(call, error, number));
                }
            }
        }
        return faults;
    }

    /// In one thread, as strace counts.
    private static int most(Path trace, String call) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String line : Files.readAllLines(trace)) {
            String[] words = line.split(" +", 2);
            if (words[1].startsWith(call + "(")) {
                counts.merge(words[0], 1, Integer::sum);
            }
        }
        return Collections.max(counts.values());
    }

    @Test
    void whatIsMadeUpOrDeniedIsNoticed() {
        assertThat(new Account(List.of(), List.of("one")).after(0))
                .containsExactly(
                        "one was done 1 times and sent 0",
                        "exit 0, and the journal does not hold every outcome");
        ActionKey two = new ActionKey(new StepId("two"), new HostName("a"), 1);
        RunEvent ended =
                new RunEvent.Ended(
                        two,
                        Purpose.ACT,
                        new Outcome.Succeeded(Duration.ZERO),
                        Kept.NOTHING,
                        Kept.NOTHING);
        assertThat(new Account(List.of(ended), List.of()).after(7))
                .containsExactly("two is recorded as succeeded and was never done");
    }

    @Test
    void theDiskFillsUpAnywhere() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root can mount a small tmpfs; run this proof as root to see a full disk");
        long begin = System.nanoTime();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        int step = ProofSize.of(80, 4);
        int tried = 0;
        for (int room = 4; room <= 400; room += step) {
            List<String> found = fillsUp(room);
            if (!found.isEmpty()) {
                wrong.add(room + " KiB of room: " + String.join("; ", found));
            }
            tried++;
        }
        report("full-disk", "sizes of a disk", tried, wrong, begin);
        assertThat(wrong).isEmpty();
    }

    /// @param room in KiB, for the journal and everything beside it
    private List<String> fillsUp(int room) throws Exception {
        Path own = Files.createDirectory(folder.resolve("room" + room));
        Path disk = Files.createDirectory(own.resolve("disk"));
        Processes.run("mount", "-t", "tmpfs", "-o", "size=200m", "blackstart-proof", disk + "");
        try {
            Path filler = disk.resolve("filler");
            int size = (int) (Files.getFileStore(disk).getUsableSpace() - room * 1024L);
            Files.write(filler, new byte[size]);
            Station station = new Station(own, disk.resolve("journal"), hosts.getFirst(), key);
            Station.Ended first = station.run(List.of());
            Files.delete(filler);
            return new Trial(station).judge(first);
        } finally {
            Processes.run("umount", "--lazy", disk.toString());
        }
    }

    private static void report(
            String name, String counted, int count, Queue<String> wrong, long begin)
            throws IOException {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        ResultLine.write(name, counted, count, wrong.size() + " wrong", took, "seed " + SEED);
    }
}
