package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/// The runbooks with how they were exercised last, and what is owed to hosts.
@Path("/")
@Console
public class CatalogResource {
    private final Service service;
    private final Desk desk;
    private final ContainerRequestContext request;

    CatalogResource(Service service, Desk desk, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Path("runbooks")
    @Needs(Scope.VIEW)
    public Response runbooks() {
        return desk.answer(
                request,
                () -> {
                    Caller caller = Visits.of(request).caller();
                    Instant now = service.clock().instant();
                    return desk.page(
                            request,
                            "runbooks",
                            Json.object()
                                    .with(
                                            "runbooks",
                                            Json.array(
                                                    service.catalog().exercised(caller),
                                                    it -> Exercise.json(it, now))));
                });
    }

    @GET
    @Path("loans")
    @Needs(Scope.VIEW)
    public Response loans() {
        return desk.answer(
                request,
                () ->
                        desk.page(
                                request,
                                "loans",
                                Json.object()
                                        .with(
                                                "loans",
                                                service.catalog()
                                                        .loans(Visits.of(request).caller())
                                                        .json(service.clock().instant()))));
    }
}
