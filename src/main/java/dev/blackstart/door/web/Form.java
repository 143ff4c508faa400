package dev.blackstart.door.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Sessions;
import dev.blackstart.view.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as somebody has filled it in on one of our pages. What does not carry the session's own
/// word is none.
final class Form {
    private static final String WORD = "forms";

    /// Begins the names of the fields that secrets are typed into.
    static final String SECRET = "secret-";

    private final MultivaluedMap<String, String> fields;

    private Form(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /// @throws Refusal `NOT_ALLOWED` when it is not from a page of this session
    static Form of(ContainerRequestContext request, MultivaluedMap<String, String> fields) {
        Sessions.Session session = Visits.of(request);
        Form form = new Form(fields);
        byte[] said = form.one(WORD).orElse("").getBytes(UTF_8);
        if (!MessageDigest.isEqual(said, session.forms().getBytes(UTF_8))) {
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "The form is not from this login, so nothing was done; open the page again.");
        }
        return form;
    }

    private Optional<String> one(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    String text(String name) {
        return one(name).map(String::strip).orElse("");
    }

    /// What was filled in under names that begin so, by what follows in the name; left out is what
    /// stayed empty.
    ///
    /// @param exact as it was typed, blanks at its ends too
    Map<String, String> below(String begin, boolean exact) {
        Map<String, String> filled = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(begin) && values.size() == 1 && !values.getFirst().isBlank()) {
                String value = values.getFirst();
                filled.put(name.substring(begin.length()), exact ? value : value.strip());
            }
        });
        return filled;
    }

    /// What was typed and chosen, to be shown again; no secret, and not the session's own word.
    Json.Fields again() {
        Json.Fields again = Json.object();
        for (var field : below("", true).entrySet()) {
            String name = field.getKey();
            if (!name.equals(WORD) && !name.startsWith(SECRET)) {
                again = again.with(name, field.getValue());
            }
        }
        return again;
    }

    /// Values of secret parameters.
    Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        below(SECRET, true).forEach((name, value) -> secrets.put(name, new Secret(value)));
        return secrets;
    }

    /// @throws Refusal `MALFORMED`
    String wanted(String name, String sentence) {
        return one(name)
                .filter(it -> !it.isBlank())
                .map(String::strip)
                .orElseThrow(() -> new Refusal(Refusal.Kind.MALFORMED, sentence));
    }
}
