package dev.blackstart.door.web;

import dev.blackstart.door.http.Problems;
import dev.blackstart.service.Service;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// An address that nothing stands under is a page for who came with a browser, with a way back; for
/// programs it stays a problem document.
@Provider
public class StrayPage implements ContainerResponseFilter {
    private static final List<String> DOORS = List.of("/api/", "/q/", "/chat/");

    private final Service service;
    private final Desk desk;

    StrayPage(Service service, Desk desk) {
        this.service = service;
        this.desk = desk;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean none = response.getStatus() == 404 || response.getStatus() == 405;
        if (none && Problems.TYPE.isCompatible(response.getMediaType()) && browses(request)) {
            Response page = page(request, response.getStatus());
            page.getStringHeaders()
                    .forEach((name, values) -> {
                        response.getHeaders().remove(name);
                        response.getHeaders().addAll(name, List.<Object>copyOf(values));
                    });
            response.setEntity(page.getEntity(), null, page.getMediaType());
        }
    }

    private static boolean browses(ContainerRequestContext request) {
        String accepts = request.getHeaderString(HttpHeaders.ACCEPT);
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return accepts != null
                && accepts.contains("text/html")
                && DOORS.stream().noneMatch(path::startsWith);
    }

    private Response page(ContainerRequestContext request, int status) {
        List<String> told =
                List.of(
                        status == 404
                                ? "There is nothing under this address; nothing was done."
                                : "This address is not to be opened like this; nothing was done.");
        var session =
                Cookies.secret(request)
                        .flatMap(it -> service.sessions().of(it, service.clock().instant()));
        if (session.isEmpty()) {
            return desk.stranger(status, told);
        }
        Visits.begin(request, session.get());
        return desk.refused(request, status, told);
    }
}
