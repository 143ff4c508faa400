package dev.blackstart.door.rest;

import dev.blackstart.view.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Answers of the API.
final class Answers {
    private Answers() {}

    static Response of(Json json) {
        return of(200, json);
    }

    static Response of(int status, Json json) {
        return text(status, MediaType.APPLICATION_JSON_TYPE, json.shown() + "\n");
    }

    static Response text(int status, MediaType type, String text) {
        return Response.status(status)
                .type(type.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(text)
                .build();
    }

    static Json.Fields done(String sentence) {
        return Json.object().with("said", sentence);
    }
}
