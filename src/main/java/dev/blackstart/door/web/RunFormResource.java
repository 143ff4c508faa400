package dev.blackstart.door.web;

import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/// What somebody wants of a run: answers to its gates, and the end of it or of their part in it.
@Path("/runs/{run}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Console
public class RunFormResource {
    private final Service service;
    private final Desk desk;
    private final ContainerRequestContext request;

    RunFormResource(Service service, Desk desk, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.request = request;
    }

    @POST
    @Path("/gates/{gate}")
    @Needs(Scope.APPROVE)
    public Response answer(@PathParam("gate") String gate, MultivaluedMap<String, String> fields) {
        return done(fields, (wishes, run, form) -> wishes.answer(run, Ids.gate(gate), form));
    }

    @POST
    @Path("/abort")
    @Needs(Scope.RUN)
    public Response abort(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::abort);
    }

    @POST
    @Path("/hand-over")
    @Needs(Scope.RUN)
    public Response handOver(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::handOver);
    }

    @POST
    @Path("/take-over")
    @Needs(Scope.APPROVE)
    public Response takeOver(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::takeOver);
    }

    @POST
    @Path("/resume")
    @Needs(Scope.RUN)
    public Response resume(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::resume);
    }

    @POST
    @Path("/reconcile")
    @Needs(Scope.RUN)
    public Response reconcile(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::reconcile);
    }

    @POST
    @Path("/repay")
    @Needs(Scope.RUN)
    public Response repay(MultivaluedMap<String, String> fields) {
        return done(fields, RunWishes::repay);
    }

    @POST
    @Path("/reviews/{gate}")
    @Needs(Scope.APPROVE)
    public Response review(@PathParam("gate") String gate, MultivaluedMap<String, String> fields) {
        return done(fields, (wishes, run, form) -> wishes.review(run, Ids.gate(gate), form));
    }

    private interface Wish {
        String done(RunWishes wishes, RunId run, Form form);
    }

    /// Back to the run's page, which says what came of it.
    private Response done(MultivaluedMap<String, String> fields, Wish wish) {
        return desk.answer(
                request,
                () -> {
                    RunId run = Ids.run(request.getUriInfo().getPathParameters().getFirst("run"));
                    Form form = Form.of(request, fields);
                    try {
                        RunWishes wishes = new RunWishes(service, caller());
                        return desk.next(request, "/runs/" + run, wish.done(wishes, run, form));
                    } catch (Refusal e) {
                        return shown(run, form, e);
                    }
                });
    }

    /// The page of the run as it is now, with what was refused, and with what was typed.
    private Response shown(RunId run, Form form, Refusal refusal) {
        Snapshot snapshot = service.runs().one(run, caller());
        Json.Fields typed =
                Json.object()
                        .with("to", request.getUriInfo().getRequestUri().getRawPath())
                        .with("fields", form.again());
        return desk.page(
                request,
                Desk.status(refusal),
                "run",
                new RunModel(service, snapshot, caller()).json().with("typed", typed),
                refusal.lines());
    }

    private Caller caller() {
        return Visits.of(request).caller();
    }
}
