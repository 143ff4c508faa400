package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.run.Mode;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Catalog;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import dev.blackstart.view.RunbookTable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
                    List<Catalog.DrillRow> drills = service.catalog().drills(caller);
                    return desk.page(
                            request,
                            "runbooks",
                            Json.object()
                                    .with(
                                            "runbooks",
                                            Json.array(
                                                    service.catalog().runbooks(caller).rows(),
                                                    it -> runbook(it, drills, caller, now))));
                });
    }

    private Json runbook(
            RunbookTable.Row row, List<Catalog.DrillRow> drills, Caller caller, Instant now) {
        Json.Fields fields =
                Json.object()
                        .with("runbook", row.name())
                        .with("title", row.title())
                        .with("owner", row.owner())
                        .with("every", row.every().map(Duration::toDays).map(it -> it + " days"))
                        .with("overdue", Json.of(row.overdue(now)))
                        .with("errors", Json.of(row.errors()))
                        .with(
                                "drills",
                                Json.array(
                                        drills.stream()
                                                .filter(it ->
                                                        it.drill()
                                                                .runbook()
                                                                .value()
                                                                .equals(row.name()))
                                                .toList(),
                                        CatalogResource::drill));
        return newest(row.name(), caller)
                .map(run -> fields.with("rehearsal", run.json()))
                .orElse(fields);
    }

    private static Json drill(Catalog.DrillRow row) {
        Json.Fields fields =
                Json.object().with("drill", row.drill().name()).with("title", row.drill().title());
        return row.ended()
                .map(it ->
                        fields.with("ended", it.run().json())
                                .with("passed", Json.of(it.score().held())))
                .orElse(fields);
    }

    private Optional<RunSummary> newest(String runbook, Caller caller) {
        RunQuery rehearsals =
                new RunQuery(
                        false,
                        Optional.of(runbook),
                        Optional.of(Mode.REHEARSAL),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1);
        return service.runs().list(rehearsals, caller).runs().stream().findFirst();
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
