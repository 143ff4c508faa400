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

/// The API describes itself: for programs as OpenAPI, for people as a page that needs nothing else.
@Path("/api/v1")
public class DescriptionResource {
    private static final String STYLE_ONLY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    private final Service service;
    private final ContainerRequestContext request;

    DescriptionResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Path("/openapi.json")
    @Needs(Scope.VIEW)
    public Response document() {
        return Answers.of(new OpenApi(Routes.ALL, service.version()).json());
    }

    @GET
    @Path("/description")
    @Needs(Scope.VIEW)
    public Response page() {
        String page =
                service.papers()
                        .page(
                                "api/description.html.ftl",
                                DescriptionPage.values(Routes.ALL, service.version()),
                                Callers.of(request));
        return Response.fromResponse(Answers.text(200, MediaType.TEXT_HTML_TYPE, page))
                .header("Content-Security-Policy", STYLE_ONLY)
                .build();
    }
}
