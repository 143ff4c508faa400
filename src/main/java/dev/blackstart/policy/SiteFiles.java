package dev.blackstart.policy;

import java.nio.file.Path;
import java.util.Optional;

/// A policy with what it names.
///
/// @param revoked keys that count no longer; looked at when a signature is checked, never frozen
public record SiteFiles(Policy policy, Signers signers, Optional<Path> revoked) {}
