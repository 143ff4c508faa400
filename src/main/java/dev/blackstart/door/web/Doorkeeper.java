package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.door.http.Open;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Sessions;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Stands before the pages of the console: what changes something must come from one of them, and
/// who has not logged in is asked to. The guard of all doors stands behind it.
@Provider
@Console
@Priority(Priorities.AUTHENTICATION - 100)
public class Doorkeeper implements ContainerRequestFilter {
    private final ResourceInfo resource;
    private final Service service;
    private final Desk desk;

    Doorkeeper(ResourceInfo resource, Service service, Desk desk) {
        this.resource = resource;
        this.service = service;
        this.desk = desk;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        boolean reads = request.getMethod().equals(HttpMethod.GET);
        if (!reads && !Origins.same(request)) {
            request.abortWith(
                    desk.stranger(
                            403,
                            Stream.concat(
                                            Stream.of(
                                                    "This did not come from a page of this server, so nothing was done."),
                                            Origins.renamed(request).stream())
                                    .toList()));
        } else if (!method.isAnnotationPresent(Open.class)) {
            visit(request, method);
        }
    }

    private void visit(ContainerRequestContext request, Method method) {
        Optional<Sessions.Session> session =
                Cookies.secret(request)
                        .flatMap(it -> service.sessions().of(it, service.clock().instant()));
        if (session.isEmpty()) {
            request.abortWith(desk.login(request, 401, List.of()));
            return;
        }
        Visits.begin(request, session.get());
        Needs needs = method.getAnnotation(Needs.class);
        if (needs != null && !session.get().caller().grant().may(needs.value())) {
            request.abortWith(
                    desk.refused(request, 403, List.of(lacks(session.get(), needs.value()))));
        }
    }

    private static String lacks(Sessions.Session session, Scope scope) {
        return "This needs the scope %s, which %s does not have."
                .formatted(scope.word(), session.caller().credential());
    }
}
