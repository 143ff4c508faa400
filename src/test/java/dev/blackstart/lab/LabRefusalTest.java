package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Where the lab cannot be, one plain line says why.
class LabRefusalTest {
    @Test
    void withoutRootItSaysSo() throws Exception {
        assumeTrue(run("unshare", "--user", "true").isEmpty(), "no user namespaces here");

        assertThat(run("unshare", "--user", Lab.SCRIPT.toString(), "up"))
                .startsWith(
                        "lab: The lab needs root to make network namespaces, mounts and cgroups")
                .endsWith("lab up\n")
                .hasLineCount(1);
    }

    @Test
    void wordsItDoesNotKnowAreAnsweredWithThoseItKnows() throws Exception {
        assertThat(run(Lab.SCRIPT.toString(), "dance"))
                .contains("lab up [--profile core|incident-a|node]", "lab inject FAULT");
    }

    private static String run(String... words) throws Exception {
        Process process =
                new ProcessBuilder(List.of(words))
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
