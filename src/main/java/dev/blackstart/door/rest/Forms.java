package dev.blackstart.door.rest;

import dev.blackstart.service.Papers;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The forms of documents. HTML is made for paper and mail: it is handed out as a file, so that no
/// page of ours shows it.
final class Forms {
    private Forms() {}

    static Papers.Form of(@Nullable String word) {
        return Words.maybe(Papers.Form.class, "form", word).orElse(Papers.Form.md);
    }

    static Response answer(Papers.Form form, String text) {
        MediaType type =
                switch (form) {
                    case md -> new MediaType("text", "markdown");
                    case html -> MediaType.TEXT_HTML_TYPE;
                    case json -> MediaType.APPLICATION_JSON_TYPE;
                };
        Response answer = Answers.text(200, type, text);
        return form == Papers.Form.html
                ? Response.fromResponse(answer)
                        .header("Content-Disposition", "attachment; filename=\"blackstart.html\"")
                        .build()
                : answer;
    }
}
