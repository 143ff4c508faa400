package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// What somebody wants of a run: answers to its gates, and the end of it or of their part in it.
@Path("/runs/{run}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Console
public class RunFormResource {
    /// The process that carries a run out looks twice a second.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Pattern GATE = Pattern.compile("G[1-9][0-9]{0,5}");

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
    public Response answer(
            @PathParam("run") String run,
            @PathParam("gate") String gate,
            MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    String choice =
                            form.wanted("choice", "Nothing was chosen; the gate is still open.");
                    return outcome(
                            new Gates.Answer(
                                    id,
                                    gate(gate),
                                    form.wanted("digest", "The form lacks the gate's digest."),
                                    choice,
                                    form.text("typed-" + choice),
                                    form.text("note")));
                });
    }

    private String outcome(Gates.Answer answer) {
        return switch (heard(answer)) {
            case Gates.Outcome.Counted it ->
                    it.open()
                            ? "Your answer counts; somebody else must answer, too."
                            : "Your answer to gate %s counts.".formatted(answer.gate());
            case Gates.Outcome.NotCounted it ->
                    throw new Refusal(Refusal.Kind.CONFLICT, it.sentence());
            case Gates.Outcome.Pending it ->
                    "Your answer was given, but whoever carries the run out has not said yet whether it counts; the log shows it.";
        };
    }

    private Gates.Outcome heard(Gates.Answer answer) {
        try {
            return service.gates().answer(answer, caller(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Gates.Outcome.Pending();
        }
    }

    private static GateId gate(String word) {
        if (!GATE.matcher(word).matches()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no such gate; ids are as G1.");
        }
        return new GateId(Integer.parseInt(word.substring(1)));
    }

    @POST
    @Path("/abort")
    @Needs(Scope.RUN)
    public Response abort(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    form.wanted("sure", "Tick the box to end the run; nothing was done.");
                    service.runs().abort(id, form.text("reason"), caller());
                    return "The run is being ended: nothing more is sent.";
                });
    }

    @POST
    @Path("/hand-over")
    @Needs(Scope.RUN)
    public Response handOver(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    Person to = new Person(form.wanted("to", "Name who shall answer the gates."));
                    service.runs().handOver(id, to, caller());
                    return "The gates are offered to %s, who must accept.".formatted(to);
                });
    }

    @POST
    @Path("/take-over")
    @Needs(Scope.APPROVE)
    public Response takeOver(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    boolean accepted = form.wanted("accept", "Say yes or no.").equals("yes");
                    service.runs().takeOver(id, accepted, caller());
                    return accepted ? "You are taking the gates over." : "You have declined.";
                });
    }

    @POST
    @Path("/resume")
    @Needs(Scope.RUN)
    public Response resume(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    service.runs().resume(id, form.secrets(), caller());
                    return "The run goes on, and you answer its gates.";
                });
    }

    @POST
    @Path("/reconcile")
    @Needs(Scope.RUN)
    public Response reconcile(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    service.runs().reconcile(id, form.secrets(), caller());
                    return "What is unknown is being found out.";
                });
    }

    @POST
    @Path("/repay")
    @Needs(Scope.RUN)
    public Response repay(@PathParam("run") String run, MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    Optional<String> step =
                            Optional.of(form.text("step")).filter(it -> !it.isEmpty());
                    service.runs().repay(id, step, form.secrets(), caller());
                    return "What was lent is looked at; before anything is taken back, a gate asks.";
                });
    }

    @POST
    @Path("/reviews/{gate}")
    @Needs(Scope.APPROVE)
    public Response review(
            @PathParam("run") String run,
            @PathParam("gate") String gate,
            MultivaluedMap<String, String> fields) {
        return done(
                run,
                fields,
                (id, form) -> {
                    String reason = form.wanted("reason", "Say what came of it.");
                    service.reviews().close(id, gate(gate), reason, caller());
                    return "The review of gate %s is closed.".formatted(gate);
                });
    }

    /// Back to the run's page, which says what came of it.
    private Response done(
            String run,
            MultivaluedMap<String, String> fields,
            BiFunction<RunId, Form, String> work) {
        return desk.answer(
                request,
                () -> {
                    RunId id = RunPageResource.id(run);
                    Form form = Form.of(request, fields);
                    try {
                        return desk.next(request, "/runs/" + id, work.apply(id, form));
                    } catch (Refusal e) {
                        return shown(id, e);
                    }
                });
    }

    /// The page of the run as it is now, with what was refused.
    private Response shown(RunId id, Refusal refusal) {
        Snapshot snapshot = service.runs().one(id, caller());
        return desk.page(
                request,
                Desk.status(refusal),
                "run",
                new RunModel(service, snapshot, caller()).json(),
                List.copyOf(refusal.lines()));
    }

    private Caller caller() {
        return Visits.of(request).caller();
    }
}
