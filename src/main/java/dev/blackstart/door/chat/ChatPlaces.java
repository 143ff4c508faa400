package dev.blackstart.door.chat;

import dev.blackstart.policy.Policy;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Read;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// The files that the chats of a server need.
///
/// @param policy who is who; read anew each time somebody asks
record ChatPlaces(Path state, Path templates, Optional<Path> policy) {
    /// @param configuration values by their names, as `blackstart serve` leaves them
    static ChatPlaces of(Function<String, Optional<String>> configuration) {
        return new ChatPlaces(
                Path.of(configuration.apply("blackstart.serve.state").orElseThrow()),
                Path.of(configuration.apply("blackstart.serve.templates").orElseThrow()),
                configuration.apply("blackstart.serve.policy").map(Path::of));
    }

    Optional<Policy> readPolicy() {
        return policy.flatMap(file ->
                switch (PolicyReader.read(file)) {
                    case Read.Accepted<SiteFiles> it -> Optional.of(it.value().policy());
                    case Read.Refused<SiteFiles> refused -> Optional.empty();
                });
    }
}
