package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Optional;

/// What an action does to the connection on purpose.
///
/// @param reboot the host restarts: it must come back with another boot id
/// @param disconnect the connection is lost, and the host goes on
/// @param backWithin when it must answer again, as written
/// @param self it may be done to the machine Blackstart itself runs on
public record Expects(
        boolean reboot, boolean disconnect, Optional<Duration> backWithin, boolean self) {
    private static final Duration AFTER_REBOOT = Duration.ofMinutes(5);
    private static final Duration AFTER_DISCONNECT = Duration.ofSeconds(90);

    /// When it must answer again: as said, else 5 minutes after a reboot and 90 s after a lost
    /// connection.
    public Duration patience() {
        return backWithin.orElse(reboot ? AFTER_REBOOT : AFTER_DISCONNECT);
    }
}
