package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Needs;
import dev.blackstart.drill.DrillScore;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.service.Catalog;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Reviews;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/// What goes over all runs: gates that wait, loans, locks, and drills with how they ended.
@Path("/api/v1")
public class RecordResource {
    private final Service service;
    private final ContainerRequestContext request;

    RecordResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    /// The gates that wait for somebody.
    @GET
    @Path("/gates")
    @Needs(Scope.VIEW)
    public Response gates() {
        return Answers.of(
                Json.object()
                        .with(
                                "gates",
                                Json.array(
                                        service.gates().waiting(Callers.of(request)),
                                        GateView::json)));
    }

    /// What was done in spite of a freeze, until somebody else has reviewed it.
    @GET
    @Path("/reviews")
    @Needs(Scope.VIEW)
    public Response due() {
        return Answers.of(
                Json.object()
                        .with(
                                "reviews",
                                Json.array(
                                        service.reviews().due(Callers.of(request)),
                                        Reviews.Due::json)));
    }

    @GET
    @Path("/loans")
    @Needs(Scope.VIEW)
    public Response loans() {
        return Answers.of(
                Json.object()
                        .with(
                                "loans",
                                service.catalog()
                                        .loans(Callers.of(request))
                                        .json(service.clock().instant())));
    }

    /// What runs hold, on which no other run may act.
    @GET
    @Path("/locks")
    @Needs(Scope.VIEW)
    public Response locks() {
        return Answers.of(
                Json.object()
                        .with(
                                "locks",
                                Json.array(
                                        service.runs().locks(Callers.of(request)),
                                        RecordResource::lock)));
    }

    private static Json.Fields lock(HeldLock held) {
        return Json.object()
                .with("name", held.lock().name())
                .with("shown", held.lock().shown())
                .with("run", held.holder().run().value())
                .with("person", held.holder().person())
                .with("title", held.holder().title())
                .with("since", held.holder().since().toString())
                .with("acted", Json.of(held.acted()))
                .with("carried_out", Json.of(held.carriedOut()))
                .with("unresolved", Json.of(held.unresolved()));
    }

    @GET
    @Path("/drills")
    @Needs(Scope.VIEW)
    public Response drills() {
        return Answers.of(
                Json.object()
                        .with(
                                "drills",
                                Json.array(
                                        service.catalog().drills(Callers.of(request)),
                                        RecordResource::drill)));
    }

    private static Json.Fields drill(Catalog.DrillRow row) {
        Json.Fields fields =
                Json.object()
                        .with("drill", row.drill().name())
                        .with("runbook", row.drill().runbook().value())
                        .with("title", row.drill().title())
                        .with("world", row.drill().world().name().toLowerCase(Locale.ROOT));
        return row.ended()
                .map(it ->
                        fields.with(
                                "newest",
                                it.run()
                                        .json()
                                        .with("passed", Json.of(it.score().held()))
                                        .with(
                                                "expected",
                                                Json.array(
                                                        it.score().expectations(),
                                                        RecordResource::expectation))))
                .orElse(fields);
    }

    private static Json.Fields expectation(DrillScore.Expectation it) {
        return Json.object().with("what", it.words()).with("held", Json.of(it.held()));
    }
}
