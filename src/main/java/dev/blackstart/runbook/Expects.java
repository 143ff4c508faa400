package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Optional;

/// What an action does to the connection on purpose.
///
/// @param reboot the host restarts: it must come back with another boot id
/// @param disconnect the connection is lost, and the host goes on
/// @param backWithin when it must answer again
public record Expects(boolean reboot, boolean disconnect, Optional<Duration> backWithin) {}
