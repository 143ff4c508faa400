package dev.blackstart.door.http;

import dev.blackstart.service.Service;
import java.util.Optional;
import java.util.function.Function;

/// Makes the service of this process. The root has one, found as a `java.util.ServiceLoader` finds
/// it, since nobody uses the root.
public interface ServiceSource {
    /// @param configuration values by their names, as `blackstart serve` leaves them
    Service open(Function<String, Optional<String>> configuration);

    /// The server listens; whoever started it may be told.
    ///
    /// @param base where it listens, such as `http://127.0.0.1:8470`
    void greet(Service service, String base, Function<String, Optional<String>> configuration);
}
