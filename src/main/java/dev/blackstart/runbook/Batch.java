package dev.blackstart.runbook;

/// How many hosts are taken at a time.
public sealed interface Batch {
    /// How many of so many hosts, at least one.
    int of(int hosts);

    /// @param hosts at least 1
    record Count(int hosts) implements Batch {
        @Override
        public int of(int all) {
            return Math.min(hosts, all);
        }
    }

    /// @param percent from 1 to 100; rounded down, but never to nothing
    record Share(int percent) implements Batch {
        @Override
        public int of(int all) {
            return Math.max(1, all * percent / 100);
        }
    }
}
