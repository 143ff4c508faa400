package dev.blackstart.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How processes took the run up one after the other: to go on, to find out what is unknown, or
/// with a changed runbook.
public final class TakingUps {
    private final Map<String, String> blobs = new TreeMap<>();
    private final List<Recorded> amended = new ArrayList<>();
    private Optional<Recorded> reconciling = Optional.empty();
    private Optional<Recorded> last = Optional.empty();

    TakingUps() {}

    void opened(RunEvent.RunOpened event) {
        blobs.putAll(event.blobs());
    }

    void taken(Recorded recorded) {
        last = Optional.of(recorded);
    }

    void reconciling(Recorded recorded) {
        reconciling = Optional.of(recorded);
    }

    /// The run goes on, or is opened for something else.
    void reconciled() {
        reconciling = Optional.empty();
    }

    void amended(Recorded recorded, RunEvent.RunbookAmended event) {
        blobs.putAll(event.blobs());
        amended.add(recorded);
    }

    /// What the run goes by now: name to SHA-256 of the frozen content, as in `RunOpened`.
    public Map<String, String> blobs() {
        return Collections.unmodifiableMap(blobs);
    }

    /// The changes of the runbook in this run, oldest first; the events are `RunbookAmended`.
    public List<Recorded> amended() {
        return Collections.unmodifiableList(amended);
    }

    /// Is the run only to find out what is unknown? A closed run that was opened for it stays so
    /// until it is opened for something else. The event is a `ReconcileBegun`.
    public Optional<Recorded> reconciling() {
        return reconciling;
    }

    /// When the run was last taken up by another process than the one that had it.
    Optional<Recorded> last() {
        return last;
    }

    /// Sequence of that event; 0 when it never was.
    long sequence() {
        return last.map(Recorded::sequence).orElse(0L);
    }
}
