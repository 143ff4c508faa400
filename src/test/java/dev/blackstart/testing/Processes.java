package dev.blackstart.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Short commands of the machine the tests run on.
public final class Processes {
    private Processes() {}

    /// What it printed; fails unless it exits with 0.
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " exited with " + status + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command[0] + "; install it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// @param signal such as `STOP`, `KILL`
    public static void signal(String signal, ProcessHandle process) {
        run("/bin/kill", "-s", signal, Long.toString(process.pid()));
    }
}
