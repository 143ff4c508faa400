package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.testing.OwnJava;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Some shipped drills of the lab, among hosts that are really broken: a healthy one and a store
/// frozen on its log pipe. `blackstart lab test` holds them all.
class LabDrillsTest {
    @TempDir Path folder;

    private final Lab lab = new Lab(Path.of("target/lab").toAbsolutePath());

    @BeforeEach
    void canBeCarried() throws Exception {
        Lab.Answer needs = lab.call("needs");
        assumeTrue(needs.exit() == 0, needs.told());
        lab.call("up", "--tied-to", Long.toString(ProcessHandle.current().pid())).good();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (lab.call("needs").exit() == 0) {
            lab.call("down").good();
            assertThat(lab.left()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab-store-healthy", "lab-store-frozen"})
    void theDrillIsPassed(String drill) throws Exception {
        Lab here = lab.with(Map.of("BLACKSTART_PROGRAM", String.join(" ", OwnJava.program())));
        Lab.Answer answer =
                here.call("drill", drill, "--journal", folder.resolve("journal").toString());
        assertThat(answer.good().said()).contains("Drill passed:");
    }
}
