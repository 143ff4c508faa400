package dev.blackstart.door.rest;

import static dev.blackstart.service.Scope.APPROVE;
import static dev.blackstart.service.Scope.RUN;
import static dev.blackstart.service.Scope.VIEW;

import java.util.List;

/// Every route of the API with what it needs. A test holds the methods to this table, and the page
/// of the service, too; what is not in it does not exist.
final class Routes {
    private static final String FORM = "md (unless said otherwise), html or json";
    private static final String SECRETS = "Values of secret parameters; they are never kept.";

    private Routes() {}

    static final List<Route> ALL =
            List.of(
                    Route.get(
                            "/api/v1/runbooks",
                            VIEW,
                            "The runbooks, and when each was last exercised."),
                    Route.get(
                            "/api/v1/runbooks/{runbook}",
                            VIEW,
                            "One runbook: parameters, hypotheses, steps."),
                    Route.get(
                                    "/api/v1/runbooks/{runbook}/documentation",
                                    VIEW,
                                    "One runbook as it is printed to be followed by hand.")
                            .query("form", "string", FORM)
                            .giving("text/markdown", "text/html", "application/json"),
                    Route.get(
                            "/api/v1/runbooks/{runbook}/lint",
                            VIEW,
                            "Every mistake in a runbook and its drills."),
                    Route.get("/api/v1/runs", VIEW, "Runs, newest first.")
                            .query("open", "boolean", "Only runs that are not closed.")
                            .query("runbook", "string", "Only runs of this runbook.")
                            .query("mode", "string", "live, rehearsal, drill or diagnosis.")
                            .query(
                                    "verdict",
                                    "string",
                                    "Only runs that ended so, such as recovered.")
                            .query("by", "string", "Only runs that this person started.")
                            .query(
                                    "host",
                                    "string",
                                    "Only runs that sent an action to this host, hold it or wait at a gate about it.")
                            .query(
                                    "since",
                                    "string",
                                    "Only runs opened since then: a time, or a length such as PT12H.")
                            .query(
                                    "before",
                                    "string",
                                    "Only runs older than this one: `next` of the page before.")
                            .query(
                                    "limit",
                                    "integer",
                                    "At most so many, 1 to 200; 50 unless said otherwise."),
                    Route.post("/api/v1/runs", RUN, "Start a run.", 201, 200)
                            .header(
                                    "Idempotency-Key",
                                    "The same order with the same key starts one run; 200 when it was started before.")
                            .may(
                                    "runbook",
                                    "string",
                                    "Name of the runbook; for mode drill leave it out.")
                            .may("drill", "string", "Name of the drill, for mode drill.")
                            .must("mode", "string", "live, rehearsal, diagnosis or drill.")
                            .may("parameters", "object", "Values as texts.")
                            .may("secrets", "object", SECRETS)
                            .may(
                                    "scripted",
                                    "boolean",
                                    "The drill file's own operator answers, for mode drill."),
                    Route.get(
                            "/api/v1/runs/{run}",
                            VIEW,
                            "One run, with the gate that is open in it."),
                    Route.post(
                                    "/api/v1/runs/{run}/abort",
                                    RUN,
                                    "End a run for good; admin where somebody else answers its gates.",
                                    202)
                            .may(
                                    "reason",
                                    "string",
                                    "Why; needed where somebody else answers its gates."),
                    Route.post(
                                    "/api/v1/runs/{run}/hand-over",
                                    RUN,
                                    "Offer the gates to somebody, who must accept.",
                                    202)
                            .must("to", "string", "The person."),
                    Route.post(
                                    "/api/v1/runs/{run}/take-over",
                                    APPROVE,
                                    "Accept the gates that were offered, or decline them.",
                                    202)
                            .must("accept", "boolean", "false declines."),
                    Route.post(
                                    "/api/v1/runs/{run}/resume",
                                    RUN,
                                    "Go on where the last process left the run.",
                                    202)
                            .may("secrets", "object", SECRETS),
                    Route.post(
                                    "/api/v1/runs/{run}/reconcile",
                                    RUN,
                                    "Find out what is unknown; sends nothing that acts.",
                                    202)
                            .may("secrets", "object", SECRETS),
                    Route.post(
                                    "/api/v1/runs/{run}/repay",
                                    RUN,
                                    "Take back what a closed run lent: looks first, then a gate asks.",
                                    202)
                            .may("step", "string", "Only the loans of this step.")
                            .may("secrets", "object", SECRETS),
                    Route.get(
                            "/api/v1/runs/{run}/evidence",
                            VIEW,
                            "What the checks of a run found, how old it is and who said it."),
                    Route.get("/api/v1/runs/{run}/report", VIEW, "What happened in a run.")
                            .query("form", "string", FORM)
                            .giving("text/markdown", "text/html", "application/json"),
                    Route.get(
                                    "/api/v1/runs/{run}/events",
                                    VIEW,
                                    "The events of a run as they come.")
                            .header("Last-Event-ID", "Goes on after the event of this sequence.")
                            .giving("text/event-stream"),
                    Route.get(
                                    "/api/v1/runs/{run}/files/{sha256}",
                                    VIEW,
                                    "A file the run goes by, as it was frozen; `RunOpened` names them.")
                            .giving("application/octet-stream"),
                    Route.get(
                            "/api/v1/runs/{run}/gates/{gate}",
                            VIEW,
                            "A gate with everything an answer to it is bound to."),
                    Route.post(
                                    "/api/v1/runs/{run}/gates/{gate}/answer",
                                    APPROVE,
                                    "Answer a gate; 202 when nobody has said yet whether it counted.",
                                    200,
                                    202)
                            .must("digest", "string", "Of the gate as it was read.")
                            .must("choice", "string", "The key of one of its choices.")
                            .may("typed", "string", "What the choice wants typed in full.")
                            .may("note", "string", "Why.")
                            .may(
                                    "signed",
                                    "object",
                                    "person, principal, until and signature of an answer that was signed with an SSH key; it is that person's, whoever brings it."),
                    Route.get("/api/v1/gates", VIEW, "The gates that wait for somebody."),
                    Route.get(
                            "/api/v1/reviews",
                            VIEW,
                            "What was done in spite of a freeze, and is to be reviewed."),
                    Route.post(
                                    "/api/v1/runs/{run}/reviews/{gate}",
                                    APPROVE,
                                    "Close the review of a gate whose freeze was broken.",
                                    200)
                            .must("reason", "string", "What came of it."),
                    Route.get(
                            "/api/v1/loans",
                            VIEW,
                            "Emergency changes that are still to be taken back."),
                    Route.get(
                            "/api/v1/locks",
                            VIEW,
                            "What runs hold, on which no other run may act."),
                    Route.get(
                            "/api/v1/caller",
                            VIEW,
                            "Whom the token speaks for, what it may, and the time of the service."),
                    Route.get(
                            "/api/v1/drills",
                            VIEW,
                            "The drills, and how the newest run of each ended."),
                    Route.get("/api/v1/openapi.json", VIEW, "This description."),
                    Route.get("/api/v1/description", VIEW, "This description as a page.")
                            .giving("text/html"),
                    Route.get("/q/metrics", VIEW, "Numbers for Prometheus.").giving("text/plain"),
                    Route.get("/q/health/live", VIEW, "Does the process answer?")
                            .open()
                            .giving("text/plain"),
                    Route.get(
                                    "/q/health/ready",
                                    VIEW,
                                    "Does the service take orders? Depends on no managed host.")
                            .open()
                            .giving("text/plain"));
}
