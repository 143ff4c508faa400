package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Frozen;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.engine.Opening;
import dev.blackstart.run.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Gathers everything a run depends on, so that it is frozen with its first event.
record Freezing(OpenRequest request, String version) {
    Opening opening(Plan plan) {
        Map<String, String> files = new LinkedHashMap<>();
        request.runbook()
                .files()
                .forEach((path, content) -> files.put(Frozen.RUNBOOK + path, content));
        inventory().ifPresent(text -> files.put(Frozen.INVENTORY, text));
        return new Opening(
                plan,
                request.parameters().secrets(),
                files,
                parameters(),
                request.by(),
                request.drilling().map(drilling -> drilling.drill().name()),
                version);
    }

    /// The hosts of a made world are gone with it; there is nothing to freeze.
    private Optional<String> inventory() {
        Path file = request.places().inventory();
        if (request.drilling().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.REFUSED, "The inventory " + file + " cannot be read any more.");
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> shown = new LinkedHashMap<>();
        request.parameters().values().forEach((name, value) -> shown.put(name, value.shown()));
        request.parameters().secrets().keySet().forEach(name -> shown.put(name, "***"));
        return shown;
    }
}
