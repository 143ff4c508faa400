package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script of the runbook `audit-pipes` among real processes. Their names are what it says.
class PipesScriptTest {
    private static final Path SCRIPT = Path.of("runbooks/audit-pipes/scripts/pipes.sh");

    @TempDir Path folder;

    @Test
    void aPipeWithBothEndsInOneProcessIsNoOutput() throws Exception {
        Process wakes =
                perl("wakesitself", "pipe(my $r, my $w); POSIX::dup2(fileno $w, 1); close $w;", "");
        Process held = perl("heldopen", "", "mkfifo fifo; exec 1<>fifo; ");
        try {
            await().untilAsserted(() -> assertThat(said()).contains("heldopen"));
            assertThat(said())
                    .contains("heldopen, process " + held.pid() + ", descriptor 1: nobody only")
                    .doesNotContain("wakesitself");
        } finally {
            wakes.destroyForcibly().waitFor();
            held.destroyForcibly().waitFor();
        }
    }

    private Process perl(String name, String before, String shell) throws IOException {
        String program = before + " $0 = \"" + name + "\"; sleep 120";
        return new ProcessBuilder("sh", "-c", shell + "exec perl -MPOSIX -e '" + program + "'")
                .directory(folder.toFile())
                .start();
    }

    private static String said() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString());
        builder.environment().putAll(Map.of("OLDER", "0"));
        Process script = builder.start();
        return new String(script.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
