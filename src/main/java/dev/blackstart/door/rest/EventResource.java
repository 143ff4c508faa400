package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The events of a run as they come.
@Path("/api/v1/runs/{run}/events")
public class EventResource {
    private final Service service;
    private final Streams streams;
    private final ContainerRequestContext request;

    EventResource(Service service, Streams streams, ContainerRequestContext request) {
        this.service = service;
        this.streams = streams;
        this.request = request;
    }

    /// Each event with its sequence as its id; goes on after `Last-Event-ID`. Ends when the run is
    /// closed.
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Scope.VIEW)
    public void events(
            @PathParam("run") String run,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Snapshot snapshot = service.runs().one(Ids.run(run), Callers.of(request));
        long after = Words.number("Last-Event-ID", last, 0);
        streams.open(service.feeds().follow(snapshot, after), sink, sse, counts());
    }

    /// A token that is revoked ends its streams, too.
    private BooleanSupplier counts() {
        String said = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return said == null
                ? () -> true
                : () ->
                        service.tokens()
                                .caller(
                                        said.replaceFirst("^Bearer ", ""),
                                        Channel.API,
                                        service.clock().instant())
                                .isPresent();
    }
}
