package dev.blackstart.service;

import dev.blackstart.door.http.ServiceSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The service of the program over a journal, with nothing else in its folder and no HTTP.
record Alone(Path folder) {
    Service open() {
        Map<String, String> places =
                Map.of(
                        "blackstart.serve.runbooks", folder.toString(),
                        "blackstart.serve.inventory", folder.resolve("i").toString(),
                        "blackstart.serve.templates", folder.toString(),
                        "blackstart.serve.state", folder.toString());
        return ServiceLoader.load(ServiceSource.class)
                .findFirst()
                .orElseThrow()
                .open(name -> Optional.ofNullable(places.get(name)));
    }
}
