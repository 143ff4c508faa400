package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/// Who asks: for whom their token speaks, and what it may.
@Path("/api/v1/caller")
public class CallerResource {
    private final Service service;
    private final ContainerRequestContext request;

    CallerResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response caller() {
        Caller caller = Callers.of(request);
        return Answers.of(
                Json.object()
                        .with("person", caller.person().name())
                        .with("credential", caller.credential())
                        .with(
                                "scopes",
                                Json.texts(
                                        Arrays.stream(Scope.values())
                                                .filter(caller.grant()::may)
                                                .map(Scope::word)
                                                .toList()))
                        .with("risk", caller.grant().risk().word())
                        .with("now", service.clock().instant().toString())
                        .with("version", service.version()));
    }
}
