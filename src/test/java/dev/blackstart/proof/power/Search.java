package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Ledger.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Opens the crash states of a recording, equal ones once, on all processors, round after round.
final class Search {
    private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /// More findings than this do not say more.
    private static final int ENOUGH = 200;

    private final Recording recording;
    private final Path place;
    private final long seed;
    private final boolean lies;
    private final Map<Long, Found> opened = new ConcurrentHashMap<>();
    private final Map<Verdict, Integer> findings = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> examples = new ConcurrentLinkedQueue<>();
    private final AtomicLong crashes = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();

    /// @param crashes moments and what was lost at them
    /// @param states different contents of the disk among these, each opened
    record Result(
            long crashes,
            int states,
            int rounds,
            Duration took,
            Map<Verdict, Integer> findings,
            List<String> examples) {
        int count(Verdict verdict) {
            return findings.getOrDefault(verdict, 0);
        }
    }

    /// @param place a directory in memory
    /// @param lies the disk says that it has synced and has not
    Search(Recording recording, Path place, long seed, boolean lies) {
        this.lies = lies;
        this.recording = recording;
        this.place = place;
        this.seed = seed;
    }

    /// What the journal holds after each call when nothing is lost.
    Ledger ledger() throws IOException {
        List<Found.Healthy> after = new ArrayList<>();
        try (Opening opening = new Opening(place.resolve("ledger"), false)) {
            new Walk(recording, false)
                    .whole((remains, acknowledged, begun) -> {
                        Found found = opening.open(remains);
                        if (!(found instanceof Found.Healthy healthy)) {
                            throw new IllegalStateException("after call " + begun + ": " + found);
                        }
                        after.add(healthy);
                    });
        }
        return new Ledger(after);
    }

    /// Whole rounds until so many different states were opened, or there is no more time.
    Result until(int states, Duration time, Ledger ledger)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int number = 0; number < WORKERS; number++) {
                Path own = place.resolve("worker" + number);
                results.add(workers.submit(() -> work(own, states, end, ledger)));
            }
            for (Future<Integer> result : results) {
                result.get();
            }
        }
        return new Result(
                crashes.get(),
                opened.size(),
                rounds.get(),
                Duration.ofNanos(System.nanoTime() - begin),
                Map.copyOf(findings),
                List.copyOf(examples));
    }

    private int work(Path own, int states, long end, Ledger ledger) throws IOException {
        int done = 0;
        try (Opening opening = new Opening(own, lies)) {
            while (opened.size() < states && System.nanoTime() < end && !enough()) {
                int round = rounds.getAndIncrement();
                new Walk(recording, lies)
                        .round(
                                round,
                                seed,
                                (remains, acknowledged, begun) -> {
                                    if (System.nanoTime() < end && !enough()) {
                                        check(opening, remains, ledger, acknowledged, begun);
                                    }
                                });
                done++;
            }
        }
        return done;
    }

    private boolean enough() {
        return examples.size() >= ENOUGH;
    }

    private void check(Opening opening, Remains remains, Ledger ledger, int acknowledged, int begun)
            throws IOException {
        crashes.incrementAndGet();
        Found found = opened.get(remains.hash());
        if (found == null) {
            found = opening.open(remains);
            opened.put(remains.hash(), found);
        }
        Verdict verdict =
                lies ? ledger.judgeAfterLies(found) : ledger.judge(found, acknowledged, begun);
        findings.merge(verdict, 1, Integer::sum);
        if (verdict != Verdict.RIGHT && verdict != Verdict.DAMAGED_REFUSED) {
            examples.add(
                    "%s after call %d of %d: %s"
                            .formatted(verdict, acknowledged, begun, told(found, ledger)));
        }
    }

    private static String told(Found found, Ledger ledger) {
        return switch (found) {
            case Found.Healthy healthy -> {
                Optional<Integer> call = ledger.place(healthy);
                yield "holds what was there after call " + call.map(String::valueOf).orElse("none");
            }
            case Found.Refused refused -> refused.reason();
        };
    }
}
