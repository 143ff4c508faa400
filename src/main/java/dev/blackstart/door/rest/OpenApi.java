package dev.blackstart.door.rest;

import dev.blackstart.service.Scope;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The table of routes as an OpenAPI 3.1 document.
record OpenApi(List<Route> routes, String version) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 409, 422, 429, 503);

    Json.Fields json() {
        Map<String, Json> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            Json.Fields before =
                    paths.get(route.path()) instanceof Json.Fields it ? it : Json.object();
            paths.put(
                    route.path(),
                    before.with(route.method().toLowerCase(Locale.ROOT), operation(route)));
        }
        return Json.object()
                .with("openapi", "3.1.0")
                .with(
                        "info",
                        Json.object()
                                .with("title", "Blackstart")
                                .with("version", version)
                                .with(
                                        "description",
                                        "Runbooks that diagnose before they act. Refusals are application/problem+json (RFC 9457)."))
                .with("paths", new Json.Fields(paths))
                .with("components", components());
    }

    private static Json.Fields operation(Route route) {
        Json.Fields fields =
                Json.object()
                        .with("operationId", id(route))
                        .with("summary", route.says())
                        .with("tags", Json.texts(List.of(tag(route))))
                        .with("x-blackstart-scope", route.scope().map(Scope::word).orElse("none"))
                        .with("parameters", new Json.Array(parameters(route)))
                        .with(
                                "security",
                                route.scope().isEmpty()
                                        ? new Json.Array(List.of())
                                        : Json.array(
                                                List.of("token"),
                                                it ->
                                                        Json.object()
                                                                .with(
                                                                        it,
                                                                        new Json.Array(
                                                                                List.of()))));
        return body(route)
                .map(it -> fields.with("requestBody", it))
                .orElse(fields)
                .with("responses", responses(route));
    }

    private static String id(Route route) {
        String path =
                NAME.matcher(route.path().replaceFirst("^/(api/v1|q)/", ""))
                        .replaceAll("by-$1")
                        .replace('/', '-')
                        .replace('.', '-');
        return route.method().toLowerCase(Locale.ROOT) + "-" + path;
    }

    static String tag(Route route) {
        String[] parts = route.path().split("/");
        return route.path().startsWith("/q/") ? "operation" : parts[3].replace(".json", "");
    }

    private static List<Json> parameters(Route route) {
        List<Json> all = new ArrayList<>();
        NAME.matcher(route.path())
                .results()
                .forEach(name ->
                        all.add(
                                Json.object()
                                        .with("name", name.group(1))
                                        .with("in", "path")
                                        .with("required", Json.of(true))
                                        .with("schema", Json.object().with("type", "string"))));
        for (Route.Field field : route.takes()) {
            all.add(
                    Json.object()
                            .with("name", field.name())
                            .with("in", field.place().name().toLowerCase(Locale.ROOT))
                            .with("description", field.says())
                            .with("schema", Json.object().with("type", field.type())));
        }
        return all;
    }

    private static Optional<Json> body(Route route) {
        if (!route.posts()) {
            return Optional.empty();
        }
        Json.Fields properties = Json.object();
        List<String> wanted = new ArrayList<>();
        for (Route.Field field : route.body()) {
            properties = properties.with(field.name(), schema(field));
            if (field.wanted()) {
                wanted.add(field.name());
            }
        }
        return Optional.of(
                content(
                        Json.object(),
                        "application/json",
                        Json.object()
                                .with("type", "object")
                                .with("additionalProperties", Json.of(false))
                                .with("required", Json.texts(wanted))
                                .with("properties", properties)));
    }

    private static Json.Fields schema(Route.Field field) {
        Json.Fields schema =
                Json.object().with("type", field.type()).with("description", field.says());
        return field.type().equals("object")
                ? schema.with(
                        "additionalProperties",
                        Json.object()
                                .with("type", Json.texts(List.of("string", "number", "boolean"))))
                : schema;
    }

    private static Json.Fields responses(Route route) {
        Json.Fields responses = Json.object();
        for (int status : route.answers()) {
            Json.Fields response = Json.object().with("description", "Done.");
            Json.Fields types = Json.object();
            for (String type : route.gives()) {
                types = types.with(type, Json.object().with("schema", Json.object()));
            }
            responses = responses.with(Integer.toString(status), response.with("content", types));
        }
        if (route.scope().isPresent()) {
            for (int status : REFUSALS) {
                responses =
                        responses.with(
                                Integer.toString(status),
                                Json.object().with("$ref", "#/components/responses/problem"));
            }
        }
        return responses;
    }

    private static Json.Fields content(Json.Fields fields, String type, Json schema) {
        return fields.with(
                "content", Json.object().with(type, Json.object().with("schema", schema)));
    }

    private static Json.Fields components() {
        return Json.object()
                .with(
                        "securitySchemes",
                        Json.object()
                                .with(
                                        "token",
                                        Json.object()
                                                .with("type", "http")
                                                .with("scheme", "bearer")
                                                .with(
                                                        "description",
                                                        "blackstart token create makes one.")))
                .with(
                        "responses",
                        Json.object()
                                .with(
                                        "problem",
                                        content(
                                                Json.object().with("description", "Refused."),
                                                "application/problem+json",
                                                problem())));
    }

    private static Json.Fields problem() {
        Json.Fields text = Json.object().with("type", "string");
        return Json.object()
                .with("type", "object")
                .with(
                        "properties",
                        Json.object()
                                .with("type", text)
                                .with("title", text)
                                .with("status", Json.object().with("type", "integer"))
                                .with("detail", text)
                                .with(
                                        "lines",
                                        Json.object().with("type", "array").with("items", text)));
    }
}
