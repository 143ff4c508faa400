package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/// The numbers for Prometheus.
@Path("/q/metrics")
public class MeasureResource {
    private static final MediaType TYPE =
            new MediaType("text", "plain", Map.of("version", "0.0.4"));

    private final Service service;
    private final ContainerRequestContext request;

    MeasureResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response all() {
        return Answers.text(
                200, TYPE, service.measures().text(Callers.of(request), service.clock().instant()));
    }
}
