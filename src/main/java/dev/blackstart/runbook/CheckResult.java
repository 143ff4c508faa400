package dev.blackstart.runbook;

import dev.blackstart.inventory.Host;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The result of a command that ended or ran into our deadline on a live connection.
///
/// @param exit exit status; empty when our deadline ended it or a signal did
/// @param stdout standard output as text (UTF-8, replacement character for broken bytes), up to 1
///   MiB
/// @param cut of `stdout` and `stderr` those whose middle was not kept
/// @param timedOut our deadline passed on a live connection
public record CheckResult(
        Host host,
        Map<String, Value> parameters,
        OptionalInt exit,
        String stdout,
        String stderr,
        Set<String> cut,
        Duration duration,
        boolean timedOut) {
    public static final int NOT_RUNNABLE = 126;
    public static final int NOT_FOUND = 127;

    public CheckResult {
        parameters = Map.copyOf(parameters);
        cut = Set.copyOf(cut);
    }

    /// With 126 and 127 shells, `env`, `timeout` and container tools say that they could not start
    /// a command (POSIX, "Exit Status for Commands"), which says nothing about the host.
    public static boolean didNotRun(int exit) {
        return exit == NOT_RUNNABLE || exit == NOT_FOUND;
    }
}
