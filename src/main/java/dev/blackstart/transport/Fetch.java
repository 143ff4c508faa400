package dev.blackstart.transport;

import dev.blackstart.inventory.Host;
import java.nio.file.Path;
import java.time.Duration;

/// @param remote absolute path on the host
/// @param local where the copy goes; written beside it first and renamed when whole
/// @param within deadline for the whole copy
public record Fetch(Host host, String remote, Path local, Duration within) {}
