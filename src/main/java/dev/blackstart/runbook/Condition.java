package dev.blackstart.runbook;

import dev.blackstart.inventory.HostName;
import java.util.Optional;

/// A boolean expression over findings, hypotheses, steps and parameters, compiled and type-checked.
public interface Condition {
    /// The expression as written.
    String text();

    Position position();

    References references();

    /// Does it use `host.…`, so that it must be asked per host?
    boolean perHost();

    /// @param host the host that `host.…` means; empty for a condition over the whole set
    Explained evaluate(Facts facts, Optional<HostName> host);
}
