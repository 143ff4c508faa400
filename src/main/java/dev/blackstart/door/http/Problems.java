package dev.blackstart.door.http;

import dev.blackstart.service.Refusal;
import dev.blackstart.view.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// Refusals as RFC 9457 has them.
public final class Problems {
    /// `application/problem+json`
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    /// Begins the types of all problems; the word after it is the kind.
    static final String URN = "urn:blackstart:problem:";

    private Problems() {}

    public static Response of(Refusal refusal) {
        return switch (refusal.kind()) {
            case MALFORMED -> problem(400, "malformed", "The request is not understood", refusal);
            case NOT_ALLOWED -> problem(403, "not-allowed", "Not allowed", refusal);
            case NOT_FOUND -> problem(404, "not-found", "There is none", refusal);
            case CONFLICT -> problem(409, "conflict", "Something is in the way", refusal);
            case REFUSED -> problem(422, "refused", "Refused; nothing was sent", refusal);
            case LIMIT -> problem(429, "limit", "Too much at once", refusal);
            case UNAVAILABLE -> problem(503, "unavailable", "Not possible now", refusal);
        };
    }

    private static Response problem(int status, String kind, String title, Refusal refusal) {
        return problem(status, kind, title, refusal.lines());
    }

    static Response problem(int status, String kind, String title, List<String> lines) {
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(
                        Json.object()
                                .with("type", URN + kind)
                                .with("title", title)
                                .with("status", Json.of(status))
                                .with("detail", String.join(" ", lines))
                                .with("lines", Json.texts(lines))
                                .shown())
                .build();
    }

    static Response unauthorized() {
        return Response.fromResponse(
                        problem(
                                401,
                                "no-token",
                                "Who asks is not known",
                                List.of(
                                        "Send a token that is valid as `Authorization: Bearer TOKEN`; blackstart token create makes one.")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"blackstart\"")
                .build();
    }

    static Response forbidden(String sentence) {
        return of(new Refusal(Refusal.Kind.NOT_ALLOWED, sentence));
    }

    static Response tooMany() {
        return Response.fromResponse(
                        of(
                                new Refusal(
                                        Refusal.Kind.LIMIT,
                                        "More than %d requests a second; ask again in a second."
                                                .formatted(Rates.A_SECOND))))
                .header("Retry-After", "1")
                .build();
    }
}
