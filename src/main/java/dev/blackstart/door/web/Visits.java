package dev.blackstart.door.web;

import dev.blackstart.service.Sessions;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// The session of a request to the console, once the doorkeeper has seen it.
final class Visits {
    private static final String KEY = Sessions.Session.class.getName();

    private Visits() {}

    static void begin(ContainerRequestContext request, Sessions.Session session) {
        request.setProperty(KEY, session);
    }

    /// Empty before anybody has logged in, and for requests to other doors, whatever cookie they
    /// bring.
    static Optional<Sessions.Session> maybe(ContainerRequestContext request) {
        return request.getProperty(KEY) instanceof Sessions.Session session
                ? Optional.of(session)
                : Optional.empty();
    }

    static Sessions.Session of(ContainerRequestContext request) {
        return maybe(request)
                .orElseThrow(() -> new IllegalStateException("a page that nobody must log in for"));
    }
}
