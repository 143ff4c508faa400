package dev.blackstart.door.rest;

import dev.blackstart.door.http.Callers;
import dev.blackstart.door.http.Ids;
import dev.blackstart.door.http.Needs;
import dev.blackstart.door.http.Problems;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Person;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gates: what will run is read here, and answered.
@Path("/api/v1/runs/{run}/gates")
public class GateResource {
    /// The process that carries a run out looks twice a second.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Set<String> SIGNED = Set.of("person", "principal", "until", "signature");

    private final Service service;
    private final ContainerRequestContext request;

    GateResource(Service service, ContainerRequestContext request) {
        this.service = service;
        this.request = request;
    }

    @GET
    @Path("/{gate}")
    @Needs(Scope.VIEW)
    public Response one(@PathParam("run") String run, @PathParam("gate") String gate) {
        return Answers.of(
                service.gates().one(Ids.run(run), Ids.gate(gate), Callers.of(request)).json());
    }

    @POST
    @Path("/{gate}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.APPROVE)
    public Response answer(
            @PathParam("run") String run, @PathParam("gate") String gate, String body)
            throws InterruptedException {
        Body said = Body.of(body, "digest", "choice", "typed", "note", "signed");
        Gates.Answer answer =
                new Gates.Answer(
                        Ids.run(run),
                        Ids.gate(gate),
                        said.wanted("digest"),
                        said.wanted("choice"),
                        said.text("typed").orElse(""),
                        said.text("note").orElse(""));
        return told(
                said.has("signed")
                        ? submitted(answer, said.texts("signed"))
                        : service.gates().answer(answer, Callers.of(request), PATIENCE));
    }

    /// Whose it is says the signature, not the token.
    private Gates.Outcome submitted(Gates.Answer answer, Map<String, String> signed)
            throws InterruptedException {
        if (!signed.keySet().equals(SIGNED)) {
            throw notSigned();
        }
        return service.gates()
                .submit(
                        answer,
                        new Person(part(signed, "person")),
                        Attestation.signed(
                                part(signed, "principal"),
                                until(part(signed, "until")),
                                part(signed, "signature")),
                        Callers.of(request),
                        PATIENCE);
    }

    private static String part(Map<String, String> signed, String name) {
        return Optional.ofNullable(signed.get(name)).orElseThrow(GateResource::notSigned);
    }

    private static Refusal notSigned() {
        return Body.malformed("signed has person, principal, until and signature, all of them.");
    }

    private static Instant until(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Body.malformed("signed.until must be a time such as 2026-01-31T09:30:00Z.");
        }
    }

    private static Response told(Gates.Outcome outcome) {
        return switch (outcome) {
            case Gates.Outcome.Counted it ->
                    Answers.of(
                            Json.object()
                                    .with("counted", Json.of(true))
                                    .with("at", it.at().toString())
                                    .with("open", Json.of(it.open())));
            case Gates.Outcome.Withdrawn it ->
                    Answers.of(
                            Json.object()
                                    .with("counted", Json.of(true))
                                    .with("at", it.at().toString())
                                    .with("open", Json.of(false))
                                    .with("said", it.sentence()));
            case Gates.Outcome.NotCounted it ->
                    Problems.of(new Refusal(Refusal.Kind.CONFLICT, it.sentence()));
            case Gates.Outcome.Pending it ->
                    Answers.of(
                            202,
                            Answers.done(
                                    "Whoever carries the run out has not said yet; the events show it."));
        };
    }
}
