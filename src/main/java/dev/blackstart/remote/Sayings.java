package dev.blackstart.remote;

import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What a person says to a run, sent over the routes for it. The service knows by the token who
/// says it.
record Sayings(Wire wire, RunId run) {
    /// An answer at a gate counts once however often it comes, so it is sent until somebody says
    /// that it came.
    private static final int TIMES = 5;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    void say(Request request) {
        OperatorCommand command =
                Posted.read(request)
                        .orElseThrow(
                                () -> new IllegalStateException("no request " + request.kind()));
        switch (command) {
            case OperatorCommand.Answer it -> answer(it);
            case OperatorCommand.Stop it ->
                    post("abort", Json.object().with("reason", it.reason()));
            case OperatorCommand.HandOver it ->
                    post("hand-over", Json.object().with("to", it.to().name()));
            case OperatorCommand.TakeOver it ->
                    post("take-over", Json.object().with("accept", Json.of(it.accepted())));
            case OperatorCommand.OfJournal it -> nowhere(it);
            case OperatorCommand.Note it -> nowhere(it);
            case OperatorCommand.Leave it -> nowhere(it);
        }
    }

    private static void nowhere(OperatorCommand command) {
        throw new IllegalStateException("nobody elsewhere is told " + command);
    }

    private void post(String what, Json body) {
        wire.post("/api/v1/runs/" + run + "/" + what, body);
    }

    private void answer(OperatorCommand.Answer it) {
        String path = "/api/v1/runs/%s/gates/%s/answer".formatted(run, it.gate());
        Json.Fields said =
                Json.object()
                        .with("digest", it.digest())
                        .with("choice", it.choice())
                        .with("typed", it.typed())
                        .with("note", it.note());
        Json body = it.attested().map(by -> said.with("signed", signed(it, by))).orElse(said);
        for (int left = TIMES; ; left--) {
            try {
                wire.post(path, body);
                return;
            } catch (ServiceTrouble trouble) {
                if (told(it, trouble)) {
                    return;
                }
                if (trouble.kind() != ServiceTrouble.Kind.SILENT) {
                    throw trouble;
                }
                if (left <= 1) {
                    throw unheard(it);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Json signed(OperatorCommand.Answer it, Attestation by) {
        return Json.object()
                .with("person", it.by().name())
                .with("principal", by.account())
                .with("until", by.until().toString())
                .with("signature", by.signature());
    }

    /// What did not count is an event, too, which says so to everybody who watches.
    private static boolean told(OperatorCommand.Answer it, ServiceTrouble trouble) {
        return trouble.kind() == ServiceTrouble.Kind.CONFLICT
                && NotCounted.answeredBy(
                        it.by(), new RunEvent.Noted(String.join(" ", trouble.lines())));
    }

    private ServiceTrouble unheard(OperatorCommand.Answer it) {
        return new ServiceTrouble(
                ServiceTrouble.Kind.SILENT,
                "The service at %s did not say that the answer `%s` to gate %s came; given again, it counts once."
                        .formatted(wire.address(), it.choice(), it.gate()));
    }
}
