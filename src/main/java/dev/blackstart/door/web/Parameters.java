package dev.blackstart.door.web;

import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.view.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Declared parameters as fields of a form. What stays empty has its default. A secret is never
/// shown again, whatever was typed before.
final class Parameters {
    private Parameters() {}

    /// @param given what was typed before, by name
    static Json json(Collection<Parameter> parameters, Map<String, String> given) {
        return Json.array(parameters, it -> field(it, given));
    }

    private static Json field(Parameter it, Map<String, String> given) {
        boolean secret = it.type() == ParameterType.SECRET;
        return Json.object()
                .with("name", it.name())
                .with("kind", it.type().word())
                .with("secret", Json.of(secret))
                .with("choices", choices(it))
                .with("whole", Json.of(whole(it.type())))
                .with("help", Optional.of(it.help()).filter(help -> !help.isBlank()))
                .with("bounds", bounds(it))
                .with("fallback", secret ? Optional.empty() : it.fallback())
                .with("given", secret ? "" : given.getOrDefault(it.name(), ""));
    }

    private static Json choices(Parameter it) {
        return switch (it.type()) {
            case ENUM -> Json.texts(it.values());
            case BOOL -> Json.texts(List.of("true", "false"));
            case TEXT,
                    INT,
                    DOUBLE,
                    IP,
                    CIDR,
                    PORT,
                    HOST,
                    DNS_NAME,
                    SERVICE_NAME,
                    PATH,
                    DURATION,
                    SECRET ->
                    Json.texts(List.of());
        };
    }

    private static boolean whole(ParameterType type) {
        return type == ParameterType.INT || type == ParameterType.PORT;
    }

    private static Optional<String> bounds(Parameter it) {
        Optional<String> least = text(it.min()).map(min -> "at least " + min);
        Optional<String> most = text(it.max()).map(max -> "at most " + max);
        return least.isPresent() && most.isPresent()
                ? Optional.of(least.get() + ", " + most.get())
                : least.or(() -> most);
    }

    private static Optional<String> text(OptionalLong number) {
        return number.isPresent()
                ? Optional.of(Long.toString(number.getAsLong()))
                : Optional.empty();
    }
}
