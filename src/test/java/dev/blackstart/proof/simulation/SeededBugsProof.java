package dev.blackstart.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.proof.ResultLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A simulation that finds nothing proves something only if it finds what is there to be found.
/// `-Dproof.bug=REGEX` hunts only the defects whose names have it.
class SeededBugsProof {
    /// Every defect must be found within so many seeds.
    private static final long SEEDS = Long.getLong("proof.seeds", 10_000);

    /// @param cpu of the thread that hunted, with reading the runbooks and loading the classes anew
    private record Hunted(Mutant mutant, String found, long seeds, Duration cpu) {}

    @Test
    void findsEverySeededBug() throws Exception {
        long begun = System.nanoTime();
        Pattern only = Pattern.compile(System.getProperty("proof.bug", ""));
        List<Mutant> mutants =
                Mutants.all().stream().filter(it -> only.matcher(it.name()).find()).toList();
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(30);
        for (Mutant mutant : mutants) {
            MutantLoader.classes(mutant); // says at once which defect is out of date
        }
        List<String> missed = new ArrayList<>();
        int found = 0;
        long most = 0;
        Duration cpu = Duration.ZERO;
        Duration longest = Duration.ZERO;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Hunted>> hunts = new ArrayList<>();
            for (Mutant mutant : mutants) {
                hunts.add(threads.submit((Callable<Hunted>) () -> hunt(mutant)));
            }
            for (Future<Hunted> hunt : hunts) {
                Hunted hunted = hunt.get();
                System.out.printf(
                        "%s: %s (%.1f s)%n",
                        hunted.mutant(), hunted.found(), hunted.cpu().toMillis() / 1000.0);
                cpu = cpu.plus(hunted.cpu());
                longest = hunted.cpu().compareTo(longest) > 0 ? hunted.cpu() : longest;
                if (hunted.found().isEmpty()) {
                    missed.add(hunted.mutant().name());
                } else {
                    found++;
                    most = Math.max(most, hunted.seeds());
                }
            }
        }
        ResultLine.write(
                "seeded-bugs",
                "defects sown into the code",
                mutants.size(),
                "%d missed".formatted(missed.size()),
                Duration.ofNanos(System.nanoTime() - begun),
                "%d found, the hardest after %d seeds; %d s of CPU, %d s at most for one"
                        .formatted(found, most, cpu.toSeconds(), longest.toSeconds()));
        assertThat(missed).as("not found within %d seeds", SEEDS).isEmpty();
    }

    private static Hunted hunt(Mutant mutant) throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        Class<?> copy = MutantLoader.of(mutant).loadClass(Hunt.class.getName());
        String found =
                (String) copy.getMethod("first", long.class, long.class).invoke(null, 0L, SEEDS);
        String seed = found.isEmpty() ? "-1" : found.substring(5, found.indexOf(':'));
        Duration cpu = Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun);
        return new Hunted(mutant, found, Long.parseLong(seed) + 1, cpu);
    }
}
