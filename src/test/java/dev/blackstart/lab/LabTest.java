package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The profile `core` comes up, is healthy, fails on purpose, is healed, and goes without a trace;
/// also when the command that brought it up is killed. Skipped, with the lab's own reason, where
/// the machine cannot carry it.
class LabTest {
    private static final List<String> CHEAP =
            List.of("registry-down", "disk-full", "dns-deadlock", "store-log-pipe-frozen");

    private final Lab lab = new Lab(Path.of("target/lab").toAbsolutePath());

    @BeforeEach
    void canBeCarried() throws Exception {
        Lab.Answer needs = lab.call("needs");
        assumeTrue(needs.exit() == 0, needs.told());
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (lab.call("needs").exit() == 0) {
            lab.call("down").good();
            assertThat(lab.left()).isEmpty();
        }
    }

    @Test
    void faultsAreWhatTheyAreCalledAndHeal() throws Exception {
        String own = Long.toString(ProcessHandle.current().pid());
        lab.call("up", "--tied-to", own).good();
        assertThat(lab.call("status").good().said())
                .contains("profile core", "no fault is in")
                .doesNotContain("does not answer");
        for (String fault : CHEAP) {
            assertThat(probe(fault)).as("healthy").startsWith("absent ");
        }
        for (String fault : CHEAP) {
            lab.call("inject", fault).good();
            assertThat(probe(fault)).as("injected").startsWith("present ");
            lab.call("heal", fault).good();
            assertThat(probe(fault)).as("healed").startsWith("absent ");
        }
        assertThat(lab.call("down").good().told()).contains("no process, mount, namespace");
        assertThat(lab.left()).isEmpty();
    }

    private String probe(String fault) throws Exception {
        return lab.call("probe", fault).good().said();
    }

    @Test
    void aKilledStartLeavesNothing() throws Exception {
        Path told = Files.createTempFile("lab", ".err");
        try {
            Process up = lab.start(told, told, "up");
            until("hosts are started", () -> Files.readString(told).contains("all hosts started"));
            up.destroyForcibly().waitFor();
            assertThat(lab.left()).isNotEmpty();
            until("the keeper took it down", () -> lab.left().isEmpty());
        } finally {
            Files.delete(told);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
