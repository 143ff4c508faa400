package dev.blackstart.service;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Escaped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// All runs in a few words each. A run is folded again only when the journal has more of it;
/// nothing is read before somebody asks.
final class RunIndex {
    private final Records records;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<RunId, Known> known = new LinkedHashMap<>();

    private record Known(long sequence, Optional<Told> told, Optional<String> trouble) {}

    /// A run, and what is measured of it.
    record Told(RunSummary summary, Tally tally) {}

    RunIndex(Records records) {
        this.records = records;
    }

    /// Newest first.
    List<RunSummary> all() {
        return told().stream().map(Told::summary).toList();
    }

    List<Told> told() {
        return refreshed().stream().flatMap(it -> it.told().stream()).toList();
    }

    /// The runs that cannot be read, one sentence each.
    List<String> unreadable() {
        return refreshed().stream().flatMap(it -> it.trouble().stream()).toList();
    }

    private List<Known> refreshed() {
        Map<RunId, Long> heads = records.heads();
        guard.lock();
        try {
            known.keySet().retainAll(heads.keySet());
            List<Known> all = new ArrayList<>();
            heads.forEach((run, sequence) -> all.add(refreshed(run, sequence)));
            return all;
        } finally {
            guard.unlock();
        }
    }

    private Known refreshed(RunId run, long sequence) {
        Known before = known.get(run);
        if (before != null && before.sequence() == sequence) {
            return before;
        }
        Known now = read(run, sequence);
        known.put(run, now);
        return now;
    }

    private Known read(RunId run, long sequence) {
        try {
            List<Recorded> events = records.events(run);
            Optional<Told> told =
                    RunSummary.of(RunState.fold(events))
                            .map(summary -> new Told(summary, Tally.of(events)));
            return new Known(sequence, told, Optional.empty());
        } catch (Refusal e) {
            String trouble =
                    "Run %s cannot be read and is left out: %s; blackstart audit verify checks it."
                            .formatted(run, Escaped.line(e.lines().getFirst()));
            return new Known(sequence, Optional.empty(), Optional.of(trouble));
        }
    }
}
