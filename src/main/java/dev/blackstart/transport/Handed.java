package dev.blackstart.transport;

import java.util.Optional;

/// The command has been handed to the host.
///
/// @param bootId the host's boot id as read on this connection
public record Handed(Optional<String> bootId) {}
