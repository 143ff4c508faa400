package dev.blackstart.runbook;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.Inventory;
import java.util.Map;
import java.util.Optional;

/// The names a text may use when it is rendered: `params`, `hosts`, `host`, `artifact`, `file`.
///
/// @param artifact the path a snapshot writes on its host
/// @param file the path of an uploaded file, for its validation
public record Scope(
        Map<String, Value> parameters,
        Inventory inventory,
        Optional<Host> host,
        Optional<String> artifact,
        Optional<String> file) {
    public Scope {
        parameters = Map.copyOf(parameters);
    }
}
