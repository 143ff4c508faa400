package dev.blackstart.door.rest;

import dev.blackstart.run.RunId;
import dev.blackstart.view.Escaped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What follows the question mark of a request: only known names, each once.
final class Query {
    private final MultivaluedMap<String, String> said;

    Query(UriInfo uri) {
        this.said = uri.getQueryParameters();
    }

    void only(String... names) {
        List<String> known = List.of(names);
        said.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Body.malformed(
                        "%s is not known here; allowed are %s."
                                .formatted(Escaped.line(name, 40), String.join(", ", known)));
            }
            if (values.size() > 1) {
                throw Body.malformed("%s is said twice.".formatted(name));
            }
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(said.getFirst(name));
    }

    /// The id of a run.
    Optional<RunId> run(String name) {
        return text(name)
                .map(word -> {
                    if (!RunId.allowed(word)) {
                        throw Body.malformed(
                                "%s must be the id of a run, which has 26 characters; leave it out for the newest."
                                        .formatted(name));
                    }
                    return new RunId(word);
                });
    }

    boolean truth(String name) {
        return text(name)
                .map(word -> {
                    if (!word.equals("true") && !word.equals("false")) {
                        throw Body.malformed("%s must be true or false.".formatted(name));
                    }
                    return word.equals("true");
                })
                .orElse(false);
    }

    /// An instant, or how long before now, as ISO 8601 writes both.
    Optional<Instant> since(Instant now) {
        return text("since")
                .map(word -> {
                    try {
                        return word.startsWith("P")
                                ? now.minus(Duration.parse(word))
                                : Instant.parse(word);
                    } catch (DateTimeException | ArithmeticException e) {
                        throw Body.malformed(
                                "since must be a time such as 2026-01-31T12:00:00Z or a length such as PT12H.");
                    }
                });
    }
}
