package dev.blackstart.door.web;

import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Papers;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import dev.blackstart.view.report.LiveReport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One run, as it goes on.
@Path("/runs/{run}")
@Console
public class RunPageResource {
    private final Service service;
    private final Desk desk;
    private final ContainerRequestContext request;

    RunPageResource(Service service, Desk desk, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response run(@PathParam("run") String run) {
        return desk.answer(request, () -> desk.page(request, "run", model(snapshot(run)).json()));
    }

    /// What has changed since a page was made; nothing (204) when nothing has.
    ///
    /// @param seen what of the run stands on the page
    /// @param gate the same of the gate, so that nobody's half typed answer is thrown away without
    ///   need
    /// @param controls the same of what one can want of the run
    @GET
    @Path("/live")
    @Needs(Scope.VIEW)
    public Response live(
            @PathParam("run") String run,
            @QueryParam("seen") @Nullable String seen,
            @QueryParam("gate") @Nullable String gate,
            @QueryParam("controls") @Nullable String controls) {
        return desk.answer(
                request,
                () -> {
                    RunModel model = model(snapshot(run));
                    if (model.seen().equals(seen)) {
                        return Response.noContent().build();
                    }
                    return desk.part(
                            request,
                            "live",
                            model.json()
                                    .with("new_gate", Json.of(!model.gateKey().equals(gate)))
                                    .with(
                                            "new_controls",
                                            Json.of(!model.controlsKey().equals(controls))));
                });
    }

    /// What commands printed.
    @GET
    @Path("/outputs")
    @Needs(Scope.VIEW)
    public Response outputs(@PathParam("run") String run) {
        return desk.answer(
                request,
                () -> {
                    Snapshot snapshot = snapshot(run);
                    LiveReport live = new LiveReport(service.papers().told(snapshot));
                    return desk.page(
                            request,
                            "outputs",
                            Json.object().with("run", run).with("outputs", live.outputs()));
                });
    }

    /// What checks found, of every host.
    @GET
    @Path("/evidence")
    @Needs(Scope.VIEW)
    public Response evidence(@PathParam("run") String run) {
        return desk.answer(
                request,
                () ->
                        desk.page(
                                request,
                                "evidence",
                                Json.object()
                                        .with("run", run)
                                        .with(
                                                "evidence",
                                                service.papers().evidence(snapshot(run)).json())));
    }

    /// To look at; with a form that is named, to keep or to send on.
    @GET
    @Path("/report")
    @Needs(Scope.VIEW)
    public Response report(
            @PathParam("run") String run, @QueryParam("form") @Nullable String form) {
        return desk.answer(
                request,
                () -> {
                    Papers.Form wanted =
                            Arrays.stream(Papers.Form.values())
                                    .filter(it -> it.name().equals(form))
                                    .findFirst()
                                    .orElse(Papers.Form.html);
                    Snapshot snapshot = snapshot(run);
                    String report = service.papers().report(snapshot, wanted);
                    if (form == null) {
                        return Desk.paper(report);
                    }
                    return Response.ok(report)
                            .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename=\"%s.%s\""
                                            .formatted(snapshot.run(), wanted))
                            .build();
                });
    }

    private RunModel model(Snapshot snapshot) {
        return new RunModel(service, snapshot, caller());
    }

    private Snapshot snapshot(String run) {
        return service.runs().one(Ids.run(run), caller());
    }

    private Caller caller() {
        return Visits.of(request).caller();
    }
}
