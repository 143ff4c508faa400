package dev.blackstart.door.chat;

import dev.blackstart.view.Json;

/// What a request of a chat is answered with.
///
/// @param body JSON, or nothing
record Reply(int status, String body) {
    static final Reply EMPTY = new Reply(200, "");

    static Reply of(Json json) {
        return new Reply(200, json.shown());
    }

    /// It is not known who asks.
    static Reply unsigned() {
        return new Reply(401, unknown().shown());
    }

    /// To whom it is told why.
    static Reply unsigned(String sentence) {
        return new Reply(401, unknown().with("detail", sentence).shown());
    }

    private static Json.Fields unknown() {
        return Json.object()
                .with("type", "urn:blackstart:problem:no-token")
                .with("title", "Who asks is not known")
                .with("status", Json.of(401));
    }

    static Reply malformed(String sentence) {
        return new Reply(
                400,
                Json.object()
                        .with("type", "urn:blackstart:problem:malformed")
                        .with("title", "The request is not understood")
                        .with("status", Json.of(400))
                        .with("detail", sentence)
                        .shown());
    }
}
