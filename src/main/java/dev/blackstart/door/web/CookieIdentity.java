package dev.blackstart.door.web;

import dev.blackstart.door.http.Identity;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// The session of a browser, at the console only.
@ApplicationScoped
public class CookieIdentity implements Identity {
    @Override
    public Optional<Caller> of(ContainerRequestContext request) {
        return Visits.maybe(request).map(Sessions.Session::caller);
    }
}
