package dev.blackstart.inventory;

import java.util.List;

/// A service and what it needs, for the dependency map.
///
/// @param runsOn hosts and groups it runs on
/// @param needsToStart services without which it cannot start
/// @param needsToRun services without which it cannot go on running
public record Service(
        String name, Selector runsOn, List<String> needsToStart, List<String> needsToRun) {
    public Service {
        needsToStart = List.copyOf(needsToStart);
        needsToRun = List.copyOf(needsToRun);
    }
}
