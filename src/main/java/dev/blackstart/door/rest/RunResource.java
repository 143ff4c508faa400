package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Papers;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.Runs;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Runs: started, looked at, told what people want of them.
@Path("/api/v1/runs")
public class RunResource {
    private final Service service;
    private final ContainerRequestContext request;

    RunResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response list(
            @QueryParam("open") @Nullable String open,
            @QueryParam("runbook") @Nullable String runbook,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("by") @Nullable String by,
            @QueryParam("host") @Nullable String host,
            @QueryParam("since") @Nullable String since,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        Query query = new Query(request.getUriInfo());
        query.only("open", "runbook", "mode", "verdict", "by", "host", "since", "before", "limit");
        RunQuery wanted =
                new RunQuery(
                        query.truth("open"),
                        query.text("runbook"),
                        Words.maybe(Mode.class, "mode", mode),
                        Words.maybe(Verdict.class, "verdict", verdict),
                        query.text("by"),
                        query.text("host"),
                        query.since(service.clock().instant()),
                        query.run("before"),
                        Words.within("limit", limit, RunQuery.MOST, RunQuery.USUAL));
        return Answers.of(service.runs().list(wanted, Callers.of(request)).json());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response start(String body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Runs.Started started = service.runs().start(Orders.of(body, key), Callers.of(request));
        return Response.fromResponse(
                        Answers.of(
                                started.again() ? 200 : 201,
                                Json.object()
                                        .with("run", started.run().value())
                                        .with("again", Json.of(started.again()))))
                .location(URI.create("/api/v1/runs/" + started.run()))
                .build();
    }

    @GET
    @Path("/{run}")
    @Needs(Scope.VIEW)
    public Response one(@PathParam("run") String run) {
        Snapshot snapshot = snapshot(run);
        Json.Fields fields =
                service.runs()
                        .summary(snapshot)
                        .json()
                        .with("carried_out", Json.of(snapshot.carried()))
                        .with("here", Json.of(service.runs().here(snapshot.run())))
                        .with("carried_by", service.runs().owner(snapshot).map(Owner::person));
        return Answers.of(
                service.gates()
                        .open(snapshot)
                        .map(GateView::json)
                        .map(gate -> fields.with("open_gate", gate))
                        .orElse(fields));
    }

    @POST
    @Path("/{run}/abort")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response abort(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "reason");
        service.runs().abort(Ids.run(run), said.text("reason").orElse(""), Callers.of(request));
        return Answers.of(202, Answers.done("The run is being ended."));
    }

    @POST
    @Path("/{run}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response handOver(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "to");
        service.runs().handOver(Ids.run(run), new Person(said.wanted("to")), Callers.of(request));
        return Answers.of(202, Answers.done("Offered; the other person must accept."));
    }

    /// What was offered is accepted, or declined.
    @POST
    @Path("/{run}/take-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.APPROVE)
    public Response takeOver(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "accept");
        if (!said.has("accept")) {
            throw Body.malformed("accept is missing; it is true or false.");
        }
        service.runs().takeOver(Ids.run(run), said.truth("accept"), Callers.of(request));
        return Answers.of(202, Answers.done("Told to whoever carries the run out."));
    }

    @POST
    @Path("/{run}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response resume(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "secrets");
        RunId id = Ids.run(run);
        service.runs().resume(id, Orders.secrets(said), Callers.of(request));
        return Answers.of(202, Answers.done("The run goes on."));
    }

    @POST
    @Path("/{run}/reconcile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response reconcile(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "secrets");
        service.runs().reconcile(Ids.run(run), Orders.secrets(said), Callers.of(request));
        return Answers.of(202, Answers.done("What is unknown is being found out."));
    }

    /// Opens a closed run again to take back what it lent.
    @POST
    @Path("/{run}/repay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RUN)
    public Response repay(@PathParam("run") String run, String body) {
        Body said = Body.of(body, "step", "secrets");
        service.runs()
                .repay(Ids.run(run), said.text("step"), Orders.secrets(said), Callers.of(request));
        return Answers.of(202, Answers.done("What was lent is looked at first; a gate asks."));
    }

    @GET
    @Path("/{run}/evidence")
    @Needs(Scope.VIEW)
    public Response evidence(@PathParam("run") String run) {
        return Answers.of(
                Json.object().with("evidence", service.papers().evidence(snapshot(run)).json()));
    }

    @GET
    @Path("/{run}/report")
    @Needs(Scope.VIEW)
    public Response report(
            @PathParam("run") String run, @QueryParam("form") @Nullable String form) {
        Papers.Form wanted = Forms.of(form);
        return Forms.answer(wanted, service.papers().report(snapshot(run), wanted));
    }

    private Snapshot snapshot(String run) {
        return service.runs().one(Ids.run(run), Callers.of(request));
    }
}
