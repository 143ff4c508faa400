package dev.blackstart.run;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Reading;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What came of one check on one host.
public sealed interface Observation {
    /// The command ended, or our deadline passed on a live connection (`timedOut`, the word for it
    /// is HUNG).
    record Seen(
            OptionalInt exit,
            Optional<String> signal,
            boolean timedOut,
            Duration took,
            Kept stdout,
            Kept stderr,
            Map<FindingName, Reading> findings,
            Optional<String> bootId)
            implements Observation {
        public Seen {
            findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        }
    }

    /// No answer: unreachable, refused or the connection was lost. Neither healthy nor unhealthy.
    record NoAnswer(String reason, Hindrance by) implements Observation {
        /// Of a host that was not heard.
        public NoAnswer(String reason) {
            this(reason, Hindrance.UNREACHABLE);
        }
    }

    /// The host may not testify on this; it was not asked.
    record NotAdmissible(String reason) implements Observation {}
}
