package dev.blackstart.service;

import dev.blackstart.run.RunId;

/// Hands out the events of runs as they come.
public final class Feeds {
    private final Records records;
    private final Bell bell;

    Feeds(Records records, Bell bell) {
        this.records = records;
        this.bell = bell;
    }

    /// @param after sequence of the last event that is known already; 0 for all
    public Feed follow(Snapshot snapshot, long after) {
        return follow(snapshot.run(), after);
    }

    Feed follow(RunId run, long after) {
        return new Feed(records, bell, run, after);
    }
}
