package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Closes the review of what was done in spite of a freeze.
@Path("/api/v1/runs/{run}/reviews")
public class ReviewResource {
    private final Service service;
    private final ContainerRequestContext request;

    ReviewResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @POST
    @Path("/{gate}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.APPROVE)
    public Response close(
            @PathParam("run") String run, @PathParam("gate") String gate, String body) {
        Body said = Body.of(body, "reason");
        service.reviews()
                .close(
                        Ids.run(run),
                        Ids.gate(gate),
                        said.text("reason").orElse(""),
                        Callers.of(request));
        return Answers.of(Answers.done("The review is closed."));
    }
}
