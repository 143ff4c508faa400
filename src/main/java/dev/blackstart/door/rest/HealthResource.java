package dev.blackstart.door.rest;

import dev.blackstart.door.http.Lifetime;
import dev.blackstart.door.http.Open;
import dev.blackstart.service.Service;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Whether the service lives, and whether it takes orders; the latter depends on no managed host.
@Path("/q/health")
public class HealthResource {
    private final Service service;
    private final Lifetime lifetime;

    HealthResource(Service service, Lifetime lifetime) {
        this.service = service;
        this.lifetime = lifetime;
    }

    @GET
    @Path("/live")
    @Open("One word, which tells nothing but that the process answers.")
    public Response live() {
        return Answers.text(200, MediaType.TEXT_PLAIN_TYPE, "live\n");
    }

    @GET
    @Path("/ready")
    @Open("One word, which whoever starts and balances servers must see without a token.")
    public Response ready() {
        boolean ready = lifetime.ready() && service.journalAnswers();
        return ready
                ? Answers.text(200, MediaType.TEXT_PLAIN_TYPE, "ready\n")
                : Answers.text(503, MediaType.TEXT_PLAIN_TYPE, "not ready\n");
    }
}
