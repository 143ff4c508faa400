package dev.blackstart.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A service and what it needs, for the dependency map.
///
/// @param runsOn hosts and groups it runs on
/// @param needsToStart services without which it cannot start
/// @param needsToRun services without which it cannot go on running
/// @param tolerates how long those who need it bear its absence
public record Service(
        String name,
        Selector runsOn,
        List<String> needsToStart,
        List<String> needsToRun,
        Optional<Duration> tolerates) {
    public Service {
        needsToStart = List.copyOf(needsToStart);
        needsToRun = List.copyOf(needsToRun);
    }
}
