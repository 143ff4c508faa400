package dev.blackstart.runbook;

import dev.blackstart.inventory.HostName;

/// A `derive` step's expression: a finding computed from other findings of the same host.
public interface Derivation {
    String text();

    Position position();

    ValueType type();

    References references();

    /// `Unknown` when an input it needs is unknown, `Inadmissible` when one is inadmissible.
    Sample derive(Facts facts, HostName host);
}
