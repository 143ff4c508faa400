package dev.blackstart.inventory;

import java.time.Duration;
import java.util.Optional;

/// What happens to a service when what it needs is away for so long.
///
/// @param after length of the outage from which on it happens
/// @param says what happens
/// @param healedBy `itself`, or the runbook that heals it; empty when nobody wrote that down
/// @param collected the finding, in seconds, with which a runbook looks how long it really is
public record Threshold(
        Duration after, String says, Optional<String> healedBy, Optional<String> collected) {
    /// It heals when the outage ends.
    public static final String ITSELF = "itself";

    public boolean healsByItself() {
        return healedBy.filter(ITSELF::equals).isPresent();
    }

    /// The runbook that heals it.
    public Optional<String> runbook() {
        return healedBy.filter(by -> !by.equals(ITSELF));
    }
}
