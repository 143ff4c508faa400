package dev.blackstart.runbook;

import java.time.Instant;
import java.util.Optional;

/// What is known of one finding on one host.
public sealed interface Sample {
    /// @param how how it was obtained, such as `check gateway` or `derived`
    record Known(Value value, Instant at, String how) implements Sample {}

    /// @param at when it was tried, empty when it never was
    /// @param unheard it was tried, and nothing came from the host
    record Unknown(String reason, Optional<Instant> at, boolean unheard) implements Sample {
        /// Unknown for another reason than a host that gave no answer.
        public Unknown(String reason, Optional<Instant> at) {
            this(reason, at, false);
        }
    }

    /// The host may not testify; it leaves the set.
    record Inadmissible(String reason) implements Sample {}
}
