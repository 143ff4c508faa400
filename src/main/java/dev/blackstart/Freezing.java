package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Frozen;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Places;
import dev.blackstart.reading.InventoryText;
import dev.blackstart.reading.Parameters;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a run is opened with, as it is kept in the journal: a later change of the files changes no
/// run.
final class Freezing {
    private Freezing() {}

    static Map<String, String> files(OpenRequest request, Optional<PolicyReader.Texts> site) {
        Map<String, String> files = new LinkedHashMap<>(Frozen.files(request.runbook()));
        site.ifPresent(texts -> {
            files.put(Frozen.POLICY, texts.policy());
            files.put(Frozen.SIGNERS, texts.signers());
        });
        files.put(
                Frozen.INVENTORY,
                request.drilling()
                        .map(drilling -> InventoryText.of(drilling.world().inventory()))
                        .orElseGet(() -> inventory(request.places())));
        return files;
    }

    private static String inventory(Places places) {
        try {
            return Files.readString(places.inventory());
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The inventory " + places.inventory() + " cannot be read any more.");
        }
    }

    static Map<String, String> parameters(Parameters parameters) {
        Map<String, String> shown = new LinkedHashMap<>();
        parameters.values().forEach((name, value) -> shown.put(name, value.shown()));
        shown.keySet().removeIf(name -> name.contains(".")); // calls give them again when re-read
        parameters.secrets().keySet().forEach(name -> shown.put(name, Secret.MASKED));
        return shown;
    }
}
