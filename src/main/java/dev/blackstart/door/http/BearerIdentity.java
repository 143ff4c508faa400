package dev.blackstart.door.http;

import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/// `Authorization: Bearer TOKEN`, exactly once.
@ApplicationScoped
public class BearerIdentity implements Identity {
    private static final String BEARER = "Bearer ";

    private final Service service;

    BearerIdentity(Service service) {
        this.service = service;
    }

    @Override
    public Optional<Caller> of(ContainerRequestContext request) {
        List<String> said = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (said == null || said.size() != 1 || !said.getFirst().startsWith(BEARER)) {
            return Optional.empty();
        }
        return service.tokens()
                .caller(
                        said.getFirst().substring(BEARER.length()),
                        Channel.API,
                        service.clock().instant());
    }
}
