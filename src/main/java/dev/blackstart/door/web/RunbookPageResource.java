package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Papers;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Runs;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/// One runbook, and the form that starts it.
@Path("/runbooks/{runbook}")
@Console
public class RunbookPageResource {
    private final Service service;
    private final Desk desk;
    private final Ordering ordering;
    private final ContainerRequestContext request;

    RunbookPageResource(
            Service service, Desk desk, Ordering ordering, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.ordering = ordering;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response runbook(@PathParam("runbook") String name) {
        return desk.answer(
                request, () -> desk.page(request, "runbook", model(name).json("", Map.of())));
    }

    /// To follow by hand, when nothing else is left.
    @GET
    @Path("/sheet")
    @Needs(Scope.VIEW)
    public Response sheet(@PathParam("runbook") String name) {
        return desk.answer(
                request,
                () ->
                        Response.ok(service.papers().sheet(name, caller(), Papers.Form.html))
                                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"%s.html\"".formatted(name))
                                .build());
    }

    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Scope.RUN)
    public Response start(
            @PathParam("runbook") String name, MultivaluedMap<String, String> fields) {
        return desk.answer(
                request,
                () -> {
                    Form form = Form.of(request, fields);
                    service.catalog().exercised(name, caller());
                    try {
                        Runs.Started started = ordering.start(name, form, caller());
                        return Desk.seeOther("/runs/" + started.run());
                    } catch (Refusal e) {
                        return again(name, form, e);
                    }
                });
    }

    /// What was typed stays, but for secrets.
    private Response again(String name, Form form, Refusal refusal) {
        return desk.page(
                request,
                Desk.status(refusal),
                "runbook",
                model(name).json(form.text("mode"), Ordering.given(form)),
                refusal.lines());
    }

    private RunbookModel model(String name) {
        return new RunbookModel(service, name, caller());
    }

    private Caller caller() {
        return Visits.of(request).caller();
    }
}
