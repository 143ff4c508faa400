package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/// The files a run goes by, as they were frozen when it was opened. Whoever has them and the events
/// sees the run as its own machine does.
@Path("/api/v1/runs/{run}/files")
public class FileResource {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Service service;
    private final ContainerRequestContext request;

    FileResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Path("/{sha256}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Scope.VIEW)
    public Response one(@PathParam("run") String run, @PathParam("sha256") String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND, "Files are named by the SHA-256 of their content.");
        }
        byte[] content = service.runs().file(Ids.run(run), sha256, Callers.of(request));
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Disposition", "attachment; filename=\"blackstart.bin\"")
                .build();
    }
}
