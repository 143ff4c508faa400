package dev.blackstart.door.rest;

import dev.blackstart.service.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the template of the API's page sees: groups of routes.
final class DescriptionPage {
    private DescriptionPage() {}

    static Map<String, Object> values(List<Route> routes, String version) {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        for (Route route : routes) {
            groups.computeIfAbsent(OpenApi.tag(route), tag -> new ArrayList<>()).add(route(route));
        }
        List<Object> all = new ArrayList<>();
        groups.forEach((name, group) -> all.add(Map.of("name", name, "routes", group)));
        return Map.of("version", version, "groups", all);
    }

    private static Map<String, Object> route(Route route) {
        List<Route.Field> fields = new ArrayList<>(route.takes());
        fields.addAll(route.body());
        return Map.of(
                "method", route.method(),
                "path", route.path(),
                "scope", route.scope().map(Scope::word).orElse("none"),
                "says", route.says(),
                "gives", route.gives(),
                "answers", route.answers(),
                "fields", fields.stream().map(DescriptionPage::field).toList());
    }

    private static Map<String, Object> field(Route.Field field) {
        return Map.of(
                "name", field.name(),
                "place", field.place().name().toLowerCase(Locale.ROOT),
                "type", field.type(),
                "wanted", field.wanted(),
                "says", field.says());
    }
}
