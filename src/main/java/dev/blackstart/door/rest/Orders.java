package dev.blackstart.door.rest;

import dev.blackstart.run.Mode;
import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Order;
import dev.blackstart.view.Escaped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Orders as they are posted.
final class Orders {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private Orders() {}

    static Order of(String text, @Nullable String key) {
        Body body = Body.of(text, "runbook", "drill", "mode", "parameters", "secrets", "scripted");
        Mode mode = Words.one(Mode.class, "mode", body.wanted("mode"));
        boolean drill = mode == Mode.DRILL;
        if (body.has(drill ? "runbook" : "drill")) {
            throw Body.malformed(
                    drill
                            ? "A drill is named by drill; leave runbook out."
                            : "Only mode drill takes drill; name the runbook.");
        }
        if (body.truth("scripted") && !drill) {
            throw Body.malformed("Only mode drill can be scripted.");
        }
        return new Order(
                body.wanted(drill ? "drill" : "runbook"),
                mode,
                body.texts("parameters"),
                secrets(body),
                body.truth("scripted"),
                key(body, key));
    }

    static Map<String, Secret> secrets(Body body) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        body.texts("secrets")
                .forEach((name, value) -> {
                    try {
                        secrets.put(name, new Secret(value));
                    } catch (IllegalArgumentException e) {
                        throw Body.malformed(
                                "secrets.%s: %s".formatted(Escaped.line(name, 40), e.getMessage()));
                    }
                });
        return secrets;
    }

    private static Optional<Order.Key> key(Body body, @Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(word).matches()) {
            throw Body.malformed("Idempotency-Key must have 1 to 200 printable ASCII characters.");
        }
        return Optional.of(Order.Key.of(word, body.canonical()));
    }
}
