package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The files and folders a command works with.
///
/// @param journal folder of the journal
/// @param policy what the site asks of approvals
/// @param identity private key file for hosts that name none
public record Places(
        Path runbooks,
        Path inventory,
        Path journal,
        Path templates,
        Optional<Path> identity,
        Optional<Path> knownHosts,
        Optional<Path> policy) {
    /// A site without a policy.
    public Places(
            Path runbooks,
            Path inventory,
            Path journal,
            Path templates,
            Optional<Path> identity,
            Optional<Path> knownHosts) {
        this(runbooks, inventory, journal, templates, identity, knownHosts, Optional.empty());
    }
}
