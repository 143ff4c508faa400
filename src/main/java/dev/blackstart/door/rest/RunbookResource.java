package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Needs;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.service.Papers;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import dev.blackstart.view.ProblemJson;
import dev.blackstart.view.RunbookPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The runbooks.
@Path("/api/v1/runbooks")
public class RunbookResource {
    private static final int COLUMNS = 100;

    private final Service service;
    private final ContainerRequestContext request;

    RunbookResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response all() {
        return Answers.of(
                Json.object()
                        .with(
                                "runbooks",
                                service.catalog()
                                        .runbooks(Callers.of(request))
                                        .json(service.clock().instant())));
    }

    @GET
    @Path("/{runbook}")
    @Needs(Scope.VIEW)
    public Response one(@PathParam("runbook") String name) {
        Runbook runbook = service.catalog().runbook(name, Callers.of(request));
        return Answers.of(new RunbookPage(runbook, COLUMNS).json());
    }

    /// As it is printed to be followed by hand.
    @GET
    @Path("/{runbook}/documentation")
    @Needs(Scope.VIEW)
    public Response documentation(
            @PathParam("runbook") String name, @QueryParam("form") @Nullable String form) {
        Papers.Form wanted = Forms.of(form);
        return Forms.answer(wanted, service.papers().sheet(name, Callers.of(request), wanted));
    }

    @GET
    @Path("/{runbook}/lint")
    @Needs(Scope.VIEW)
    public Response lint(@PathParam("runbook") String name) {
        List<Problem> problems = service.catalog().problems(name, Callers.of(request));
        return Answers.of(
                Json.object()
                        .with("runbook", name)
                        .with("accepted", Json.of(problems.stream().noneMatch(Problem::isError)))
                        .with("problems", ProblemJson.of(problems)));
    }
}
