package dev.blackstart.runbook;

import java.time.Instant;
import java.util.Optional;

/// What is known of one finding on one host.
public sealed interface Sample {
    /// @param how how it was obtained, such as `check gateway` or `derived`
    record Known(Value value, Instant at, String how) implements Sample {}

    /// @param at when it was tried, empty when it never was
    record Unknown(String reason, Optional<Instant> at) implements Sample {}

    /// The host may not testify; it leaves the set.
    record Inadmissible(String reason) implements Sample {}
}
