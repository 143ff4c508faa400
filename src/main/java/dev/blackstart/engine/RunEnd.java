package dev.blackstart.engine;

import dev.blackstart.run.Person;
import dev.blackstart.run.Verdict;
import java.time.Instant;
import java.util.List;

/// How the engine's work on a run ended.
public sealed interface RunEnd {
    /// The run is closed.
    record Closed(Verdict verdict) implements RunEnd {}

    /// The run stands still and can be resumed; nothing was decided by leaving it.
    record Left(String reason) implements RunEnd {}

    /// Another process has the run now; nothing was sent after that.
    ///
    /// @param by who took it over
    /// @param unrecorded outcomes that were seen and could not be recorded, one sentence each
    record TakenOver(Person by, Instant at, List<String> unrecorded) implements RunEnd {
        public TakenOver {
            unrecorded = List.copyOf(unrecorded);
        }
    }

    /// The journal could not be written; nothing was sent after that.
    record JournalFailed(JournalPause pause) implements RunEnd {
        public String reason() {
            return pause.reason();
        }

        /// Outcomes that were seen and could not be recorded, one sentence each.
        public List<String> unrecorded() {
            return pause.unrecorded();
        }
    }
}
