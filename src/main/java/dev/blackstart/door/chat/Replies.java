package dev.blackstart.door.chat;

import dev.blackstart.door.http.Problems;
import dev.blackstart.service.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Replies as HTTP has them.
final class Replies {
    private Replies() {}

    static Response of(Reply reply) {
        return Response.status(reply.status())
                .type(
                        reply.status() == 200
                                ? MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")
                                : Problems.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(reply.body())
                .build();
    }

    /// This server was started without that chat.
    static Response none() {
        return Problems.of(
                new Refusal(Refusal.Kind.NOT_FOUND, "There is nothing under this path."));
    }
}
