package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reading files into what they say.
public interface Readers {
    /// @param folder the runbook's folder, with `runbook.yaml` in it
    Read<Runbook> runbook(Path folder);

    Read<Inventory> inventory(Path file);

    Read<Drill> drill(Path file);

    /// @param given values as written, secrets left out
    Read<Map<String, Value>> parameters(
            Runbook runbook, Inventory inventory, Map<String, String> given);

    /// What makes a text unfit to be a secret, as one sentence; empty when it is fit.
    default Optional<String> unfit(String name, String secret) {
        return secret.length() < Secret.SHORTEST
                ? Optional.of(
                        "The secret "
                                + name
                                + " has fewer than "
                                + Secret.SHORTEST
                                + " characters and could not be masked; use a longer one.")
                : Optional.empty();
    }

    List<Problem> lint(Runbook runbook, Optional<Inventory> inventory, List<Drill> drills);

    /// The JSON Schema of a kind of file: `runbook`, `inventory` or `drill`.
    Optional<String> schema(String kind);
}
