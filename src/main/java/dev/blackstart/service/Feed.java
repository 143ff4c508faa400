package dev.blackstart.service;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.List;

/// The events of one run as they come, whoever carries it out. Used by one thread.
public final class Feed {
    /// How often the journal is looked at for runs of other processes; an event is seen so late at
    /// most.
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Records records;
    private final Bell bell;
    private final RunId run;
    private long seen;

    Feed(Records records, Bell bell, RunId run, long after) {
        this.records = records;
        this.bell = bell;
        this.run = run;
        this.seen = after;
    }

    public RunId run() {
        return run;
    }

    /// What has come since, in order; waits for it so long at most, and is empty when nothing came.
    public List<Recorded> next(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            long rung = bell.count();
            long newest = records.glance(run, rung);
            if (newest > seen) {
                return taken(newest);
            }
            long left = until - System.nanoTime();
            if (left <= 0) {
                return List.of();
            }
            bell.await(rung, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
        }
    }

    private List<Recorded> taken(long newest) {
        List<Recorded> news =
                records.known(run, newest).stream().filter(it -> it.sequence() > seen).toList();
        if (!news.isEmpty()) {
            seen = news.getLast().sequence();
        }
        return news;
    }

    /// Was everything given, and is the run closed?
    public boolean over() {
        Snapshot now = records.of(run);
        return now.state().closed().isPresent() && now.state().sequence() <= seen;
    }
}
