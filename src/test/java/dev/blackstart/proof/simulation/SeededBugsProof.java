package dev.blackstart.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.proof.ResultLine;
import dev.blackstart.testing.OwnJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A simulation that finds nothing proves something only if it finds what is there to be found.
/// `-Dproof.bug=REGEX` hunts only the defects whose names have it.
class SeededBugsProof {
    /// Every defect must be found within so many seeds.
    private static final long SEEDS = Long.getLong("proof.seeds", 10_000);

    @Test
    void findsEverySeededBug() throws Exception {
        long begun = System.nanoTime();
        Pattern only = Pattern.compile(System.getProperty("proof.bug", ""));
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(30);
        List<String> missed =
                new ArrayList<>(
                        Mutants.all().stream()
                                .map(Mutant::name)
                                .filter(it -> only.matcher(it).find())
                                .toList());
        int sown = missed.size();
        List<Hunters.Hunted> found = found(only.pattern());
        found.forEach(it -> missed.remove(it.mutant()));
        report(sown, missed, found, Duration.ofNanos(System.nanoTime() - begun));
        assertThat(missed).as("not found within %d seeds", SEEDS).isEmpty();
    }

    private static List<Hunters.Hunted> found(String pattern)
            throws IOException, InterruptedException {
        List<String> words = OwnJava.words();
        words.addAll(List.of(Hunters.class.getName(), pattern, Long.toString(SEEDS)));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        List<Hunters.Hunted> found = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                if (Hunters.Hunted.is(line) && !Hunters.Hunted.of(line).found().isEmpty()) {
                    found.add(Hunters.Hunted.of(line));
                }
            }
        }
        assertThat(process.waitFor()).as("exit status of the hunters").isZero();
        return found;
    }

    private static void report(
            int sown, List<String> missed, List<Hunters.Hunted> found, Duration took)
            throws IOException {
        long cpu = found.stream().mapToLong(it -> it.cpu().toMillis()).sum();
        long longest = found.stream().mapToLong(it -> it.cpu().toMillis()).max().orElse(0);
        ResultLine.write(
                "seeded-bugs",
                "defects sown into the code",
                sown,
                "%d missed".formatted(missed.size()),
                took,
                "%d found, the hardest after %d seeds; %d s of CPU, %d s at most for one"
                        .formatted(
                                found.size(),
                                found.stream().mapToLong(Hunters.Hunted::seeds).max().orElse(0),
                                cpu / 1000,
                                longest / 1000));
    }
}
