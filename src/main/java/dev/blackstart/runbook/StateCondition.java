package dev.blackstart.runbook;

import dev.blackstart.inventory.Host;
import java.util.Map;

/// An expression over the state of one simulated host, compiled and type-checked.
public interface StateCondition {
    /// The expression as written.
    String text();

    /// Never throws: what the state does not hold is unknown.
    Truth of(Host host, Map<String, Value> state);
}
