package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T03:00:00Z");

    @TempDir Path proc;
    private Processes processes;

    @BeforeEach
    void aMachineWithOneProcess() throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        boot("aaaa");
        process(1, "init", "S", 1);
        process(42, "java", "S", 7_000);
        processes = new Processes(proc, 42);
    }

    private void boot(String id) throws IOException {
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), id + "\n");
    }

    private void process(long pid, String name, String state, long started) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(
                directory.resolve("stat"),
                pid
                        + " ("
                        + name
                        + ") "
                        + state
                        + " 1 42 42 0 -1 4194560 1 0 0 0 1 1 0 0 20 0 9 0 "
                        + started
                        + " 1000 20 18446744073709551615\n");
    }

    @Test
    void describesThisProcess() {
        assertThat(processes.current("anna", NOW))
                .isEqualTo(new Owner("anna", 42, 7_000, "aaaa", NOW));
    }

    @Test
    void aNameWithSpacesAndParenthesesMovesNoField() throws IOException {
        process(42, "a) S 1 (b", "S", 7_001);
        assertThat(processes.started(42)).hasValue(7_001);
    }

    @Test
    void livesAsLongAsItIsTheSameProcessOnTheSameBoot() throws IOException {
        Owner owner = processes.current("anna", NOW);
        assertThat(processes.alive(owner)).isTrue();
        process(42, "java", "S", 7_002);
        assertThat(processes.alive(owner)).as("pid used again").isFalse();
        process(42, "java", "Z", 7_000);
        assertThat(processes.alive(owner)).as("zombie").isFalse();
        process(42, "java", "S", 7_000);
        boot("bbbb");
        assertThat(processes.alive(owner)).as("another boot").isFalse();
        boot("aaaa");
        assertThat(processes.alive(owner)).isTrue();
        Files.delete(proc.resolve("42/stat"));
        assertThat(processes.alive(owner)).as("ended just now").isFalse();
        Files.delete(proc.resolve("42"));
        assertThat(processes.alive(owner)).as("gone").isFalse();
    }

    @Test
    void whatIsHiddenCountsAsRunning() throws IOException {
        Owner owner = new Owner("ben", 43, 7_000, "aaaa", NOW);
        assertThat(processes.alive(owner)).isFalse();
        Files.delete(proc.resolve("1/stat"));
        Files.delete(proc.resolve("1"));
        assertThat(processes.alive(owner)).isTrue();
    }

    @Test
    void thisTestRunsInALivingProcess() {
        assertThat(Processes.ofThisMachine().alive(Owner.current("anna", NOW))).isTrue();
    }
}
