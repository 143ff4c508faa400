package dev.blackstart.topology;

/// One service needs another, to start, to run, or both.
public record Need(String service, String needs, boolean toStart, boolean toRun) {
    /// `start`, `run`, or `start and run`.
    public String kind() {
        if (toStart && toRun) {
            return "start and run";
        }
        return toStart ? "start" : "run";
    }
}
