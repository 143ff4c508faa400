package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Reviews;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// What needs a decision now.
@Path("/")
@Console
public class StartResource {
    private final Service service;
    private final Desk desk;
    private final ContainerRequestContext request;

    StartResource(Service service, Desk desk, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response start() {
        return desk.answer(request, () -> desk.page(request, "start", model()));
    }

    /// The part of it that changes by itself.
    @GET
    @Path("waiting")
    @Needs(Scope.VIEW)
    public Response waiting() {
        return desk.answer(request, () -> desk.part(request, "waiting", model()));
    }

    private Json.Fields model() {
        Caller caller = Visits.of(request).caller();
        List<RunSummary> open = service.runs().list(RunQuery.OPEN, caller).runs();
        return Json.object()
                .with(
                        "gates",
                        Json.array(
                                service.gates().waiting(caller),
                                it ->
                                        Waiting.json(
                                                it, service.runs().one(it.run(), caller), caller)))
                .with("offers", Json.array(offers(open, caller), RunSummary::json))
                .with("open_runs", Json.array(open, RunSummary::json))
                .with("reviews", Json.array(service.reviews().due(caller), Reviews.Due::json))
                .with("loans", service.catalog().loans(caller).json(service.clock().instant()));
    }

    /// The runs whose gates somebody offers to this person.
    private static List<RunSummary> offers(List<RunSummary> open, Caller caller) {
        return open.stream()
                .filter(run -> run.offered().filter(caller.person()::equals).isPresent())
                .toList();
    }
}
