package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Files that are large, deep or damaged in ways nobody thought of end in problems, soon, and never
/// in an exception.
class HostileFilesTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TestFactory
    Stream<DynamicTest> largeFilesAreRefusedInTime() {
        return Map.of(
                        "brackets", "[".repeat(MEBIBYTE - 10),
                        "braces", "{a: ".repeat(MEBIBYTE / 4 - 10),
                        "aliases", "a: [" + "*a, ".repeat(MEBIBYTE / 4 - 10) + "]",
                        "dashes", "- ".repeat(MEBIBYTE / 2 - 10),
                        "escapes", "\u001b".repeat(MEBIBYTE - 10),
                        "keys", numbered(),
                        "words", "runbook: " + "x ".repeat(MEBIBYTE / 2 - 10),
                        "quotes", "a: '" + "''".repeat(MEBIBYTE / 2 - 10))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getKey(),
                                () ->
                                        assertThat(processorTime(() -> refused(file.getValue())))
                                                .isLessThan(Duration.ofSeconds(10))));
    }

    /// Not the time on the wall, which is others' too.
    private static Duration processorTime(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    private static String numbered() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; keys.length() < MEBIBYTE - 100; i++) {
            keys.append('k').append(i).append(": x\n");
        }
        return keys.toString();
    }

    private static void refused(String text) {
        Read<?> read = RunbookReader.read("runbooks/x", Map.of("runbook.yaml", text));
        assertThat(read).isInstanceOf(Read.Refused.class);
        assertThat(read.problems()).hasSizeBetween(1, 200);
    }

    @Test
    void aFileOverOneMebibyteIsNotRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("runbook.yaml"), "#".repeat(MEBIBYTE + 1));
        assertThat(RunbookReader.read(folder).problems())
                .extracting(Problem::rule)
                .containsExactly("file-size");
    }

    @TestFactory
    Stream<DynamicTest> damagedCasesNeverThrow() throws IOException {
        return Case.in("reading").stream()
                .filter(example ->
                        example.has("runbook.yaml") && example.name().startsWith("accepted"))
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.name(), () -> damage(example.text("runbook.yaml"))));
    }

    /// A fixed seed, so that a failure can be repeated.
    private static void damage(String text) {
        Random random = new Random(20260101);
        String insert = "[]{}:,-#'\"|>&*!%@` \n\t\u202e0a~?\\<";
        for (int i = 0; i < 60; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int j = 0; j <= random.nextInt(3); j++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.insert(at, insert.charAt(random.nextInt(insert.length())));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.delete(at, Math.min(damaged.length(), at + 30));
                }
            }
            Read<?> read =
                    RunbookReader.read("runbooks/x", Map.of("runbook.yaml", damaged.toString()));
            assertThat(read).as(damaged.toString()).isNotNull();
        }
    }
}
