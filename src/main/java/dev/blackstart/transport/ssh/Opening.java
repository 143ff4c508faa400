package dev.blackstart.transport.ssh;

import dev.blackstart.transport.Completion;

/// A connection that may be used, or why there is none. Nothing has been handed to the host.
sealed interface Opening {
    record Open(Connection connection) implements Opening {}

    /// @param again another try may help: it failed at once and not for a reason of trust
    record Refused(Completion.Cause cause, String reason, boolean again) implements Opening {}
}
