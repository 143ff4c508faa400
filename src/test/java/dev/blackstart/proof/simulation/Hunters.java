package dev.blackstart.proof.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Hunts the defects whose names have a pattern, in a process of its own: a hunt is over before the
/// JVM's thorough compiler has paid, so that process has none. Prints a line for each.
final class Hunters {
    private Hunters() {}

    /// What became of one hunt.
    ///
    /// @param found the violation with its seed; empty when there was none
    /// @param cpu of the thread that hunted, with loading the classes anew
    record Hunted(String mutant, String found, long seeds, Duration cpu) {
        private static final String MARK = "hunted\t";

        String line() {
            return MARK + String.join("\t", mutant, seeds + "", cpu.toMillis() + "", found);
        }

        static boolean is(String line) {
            return line.startsWith(MARK);
        }

        static Hunted of(String line) {
            String[] words = line.split("\t", 5);
            return new Hunted(
                    words[1],
                    words[4],
                    Long.parseLong(words[2]),
                    Duration.ofMillis(Long.parseLong(words[3])));
        }
    }

    /// @param args the pattern, and within how many seeds
    public static void main(String[] args) throws Exception {
        Pattern only = Pattern.compile(args[0]);
        long seeds = Long.parseLong(args[1]);
        List<Mutant> mutants =
                Mutants.all().stream().filter(it -> only.matcher(it.name()).find()).toList();
        Dependents dependents = new Dependents();
        Map<Mutant, Map<String, byte[]>> defective = new LinkedHashMap<>();
        for (Mutant mutant : mutants) {
            // says at once which defect is out of date
            defective.put(mutant, MutantLoader.classes(mutant));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            defective.forEach((mutant, classes) ->
                    threads.execute(() -> hunt(mutant, classes, dependents, seeds)));
        }
    }

    private static void hunt(
            Mutant mutant, Map<String, byte[]> classes, Dependents dependents, long seeds) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        String found = first(MutantLoader.of(classes, dependents), seeds);
        String seed = found.isEmpty() ? "-1" : found.substring(5, found.indexOf(':'));
        Duration cpu = Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun);
        Hunted hunted =
                new Hunted(mutant.name(), found.replace('\n', ' '), Long.parseLong(seed) + 1, cpu);
        System.out.println(hunted.line());
    }

    private static String first(ClassLoader loader, long seeds) {
        try {
            Class<?> copy = loader.loadClass(Hunt.class.getName());
            return (String) copy.getMethod("first", long.class, long.class).invoke(null, 0L, seeds);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no hunt in the copy", e);
        }
    }
}
