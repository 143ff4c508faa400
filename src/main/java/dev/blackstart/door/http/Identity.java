package dev.blackstart.door.http;

import dev.blackstart.service.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// One way in which a request says who makes it, such as a token. Each is a bean; the first that
/// knows the caller counts.
public interface Identity {
    /// Empty when the request says nothing in this way, or something that does not count.
    Optional<Caller> of(ContainerRequestContext request);
}
